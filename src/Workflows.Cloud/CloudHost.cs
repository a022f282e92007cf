using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Cloud.Door;
using Workflows.Cloud.Keeping;
using Workflows.Cloud.Settings;
using Workflows.Cloud.Turns;
using Workflows.Cloud.Watch;
using Workflows.Web;

namespace Workflows.Cloud;

/// <summary>
/// All of the Azure host that needs nothing of the functions runtime: the same web application as every host's, the stores, the
/// mail, and what the functions call: the door, the wake and the watchdog.
/// </summary>
public sealed class CloudHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CloudHost(WebApplication application, DoorServer door)
    {
        _application = application;
        Door = door;
        Wake = application.Services.GetRequiredService<WakeStep>();
        Watchdog = application.Services.GetRequiredService<Watchdog>();
    }

    /// <summary>Answers requests.</summary>
    public DoorServer Door { get; }

    /// <summary>Wakes a review.</summary>
    public WakeStep Wake { get; }

    /// <summary>Finds what the orchestrations ought to have done.</summary>
    public Watchdog Watchdog { get; }

    /// <summary>Puts the host together. Storage and mail need not be reachable yet.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="parts">What the runtime around it provides.</param>
    /// <exception cref="SettingsException">Settings are missing or wrong.</exception>
    public static CloudHost Create(IConfiguration configuration, CloudParts parts)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(parts);
        var settings = SettingsReader.Read(configuration);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(CloudHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddConfiguration(configuration);
        var door = new DoorServer(settings.Letters.PublicAddress);
        CloudServices.Add(builder.Services, builder.Configuration, settings, parts, door);
        var application = builder.Build();
        application.MapWorkflowsWeb();
        return new CloudHost(application, door);
    }

    /// <summary>Starts the web application.</summary>
    /// <param name="stop">Gives up.</param>
    public Task StartAsync(CancellationToken stop) => _application.StartAsync(stop);

    /// <summary>Stops the web application.</summary>
    /// <param name="stop">Stops at once.</param>
    public Task StopAsync(CancellationToken stop) => _application.StopAsync(stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

/// <summary>What the runtime around the host provides.</summary>
/// <param name="Instances">The orchestrations.</param>
/// <param name="Logs">Takes what is logged.</param>
/// <param name="Clock">The clock.</param>
public sealed record CloudParts(IReviewInstances Instances, ILoggerFactory Logs, TimeProvider Clock);
