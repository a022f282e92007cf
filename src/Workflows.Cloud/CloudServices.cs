using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.AzureStorage;
using Workflows.Cloud.Blobs;
using Workflows.Cloud.Door;
using Workflows.Cloud.Health;
using Workflows.Cloud.Keeping;
using Workflows.Cloud.Settings;
using Workflows.Cloud.Telemetry;
using Workflows.Cloud.Turns;
using Workflows.Cloud.Watch;
using Workflows.Graph;
using Workflows.Reviews;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Health;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Reviews.Wakes;
using Workflows.Web;

namespace Workflows.Cloud;

/// <summary>The services of the Azure host.</summary>
internal static class CloudServices
{
    // Longer than the host lets an execution last (host.json: five minutes): whoever began an attempt is gone by then.
    private static readonly TimeSpan AttemptLease = TimeSpan.FromMinutes(6);

    public static void Add(
        IServiceCollection services, IConfiguration configuration, HostSettings settings, CloudParts parts, DoorServer door)
    {
        services.AddSingleton<IServer>(door).AddRouting();
        services.AddSingleton(parts.Logs).AddSingleton(parts.Clock).AddSingleton(parts.Instances);
        services.AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: false), new ReviewContextOptions(AttemptLease));
        services.AddWorkflowsAzureStorage(configuration);
        services.AddWorkflowsGraph(configuration);
        services.AddWorkflowsWeb(settings.Web);
        services.AddDocumentScanners(settings.Scanner);
        services.AddSingleton(settings.AuditKey).AddSingleton(settings.Letters).AddSingleton(settings.Watchdog);
        services.AddSingleton(settings.DirectoryPath is { } file
            ? DirectorySource.OfFile(file, parts.Clock)
            : DirectorySource.Of(DemonstrationDirectory.Snapshot));
        services.AddSingleton(new CalendarSource(settings.CalendarPath, parts.Clock));
        services.AddSingleton<InstanceKeeper>().AddSingleton<IWakeSignal, InstanceSignal>();
        services.AddSingleton<WakeStep>();
        services.AddSingleton<HostContainer>().AddSingleton<BlobNotes>();
        services.AddSingleton<IHostNotes>(provider => provider.GetRequiredService<BlobNotes>());
        services.AddSingleton<IDeltaLinkStore>(provider => provider.GetRequiredService<BlobNotes>());
        AddWatchdog(services);
        AddTelemetry(services, settings);
        AddKeys(services, settings);

        // An issuer on this machine, for trying the host out, has no certificate; settings allow plain http nowhere else.
        services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            bearer => bearer.RequireHttpsMetadata = !settings.Web.Authority!.StartsWith("http://", StringComparison.Ordinal));
    }

    private static void AddWatchdog(IServiceCollection services)
    {
        services.AddSingleton<ReturnedLetters>();
        services.AddSingleton<IWatchRound, LateReviews>();
        services.AddSingleton<IWatchRound, FiguresRound>();
        services.AddSingleton<IWatchRound, CalendarRound>();
        services.AddSingleton<IWatchRound, MailRound>();
        services.AddSingleton<IWatchRound, IndexRound>();
        services.AddSingleton(provider => new AnchorPlace(provider.GetRequiredService<IChainedLog>()));
        services.AddSingleton<IWatchRound, AnchorRound>();
        services.AddSingleton<IWatchRound, AuditRound>();

        // Last: what the rounds before it found is told.
        services.AddSingleton<IWatchRound, HealthRound>();
        services.AddSingleton<IHealthSource, ChainSigns>();
        services.AddSingleton<IHealthSource, AuditSigns>();
        services.AddSingleton<IHealthSource, ClockSigns>();
        services.AddSingleton<Watchdog>();
    }

    private static void AddTelemetry(IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<HostMetrics>();
        var sender = services.Last(service => service.ServiceType == typeof(IMailSender));
        services.Remove(sender);
        services.AddSingleton<IMailSender>(provider => new CountedMail(
            (IMailSender)ActivatorUtilities.CreateInstance(provider, sender.ImplementationType!),
            provider.GetRequiredService<HostMetrics>()));
        if (settings.Telemetry)
        {
            services.AddHostedService<HostTelemetry>();
        }
    }

    private static void AddKeys(IServiceCollection services, HostSettings settings)
    {
        var keys = services.AddDataProtection().SetApplicationName("workflows");
        services.AddSingleton<BlobKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<BlobKeyRing>((options, ring) => options.XmlRepository = ring);
        if (settings.KeysCertificate is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
    }
}
