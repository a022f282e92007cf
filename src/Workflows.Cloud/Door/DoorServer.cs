using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Workflows.Cloud.Door;

/// <summary>
/// The web application's server in a host that listens by itself: it opens no port. It keeps the application when it starts,
/// and runs it over each request that the host hands in.
/// </summary>
/// <param name="publicAddress">
/// Where people reach the service. Every request is taken as made there: no header that a caller sends chooses the scheme or host
/// that links, redirects and cookies are made for.
/// </param>
public sealed class DoorServer(Uri publicAddress) : IServer
{
    private readonly HostString _host =
        publicAddress.IsDefaultPort ? new HostString(publicAddress.Host) : new HostString(publicAddress.Host, publicAddress.Port);
    private volatile Doorway? _doorway;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Answers a request with the web application.</summary>
    /// <param name="request">The host's own context of the request; its response is written.</param>
    /// <exception cref="InvalidOperationException">The web application has not started, or has stopped.</exception>
    public Task HandleAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var doorway = _doorway ?? throw new InvalidOperationException("The web application is not running.");
        request.Request.Scheme = publicAddress.Scheme;
        request.Request.Host = _host;
        return doorway.RunAsync(DoorFeatures.Of(request.Features));
    }

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _doorway = new Doorway<TContext>(application);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _doorway = null;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _doorway = null;

    private abstract class Doorway
    {
        public abstract Task RunAsync(IFeatureCollection features);
    }

    private sealed class Doorway<TContext>(IHttpApplication<TContext> application) : Doorway
        where TContext : notnull
    {
        public override async Task RunAsync(IFeatureCollection features)
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);

                // What waits for the answer's start (headers, cookies) uses the application's context: an answer without a body, such as
                // a redirect, would start only when that is gone.
                await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
            }
            catch (Exception problem)
            {
                application.DisposeContext(context, problem);
                throw;
            }

            application.DisposeContext(context, exception: null);
        }
    }
}
