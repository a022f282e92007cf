using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Workflows.Graph.Connection;

/// <summary>
/// The client of Graph with a pipeline of our own: no automatic retry and no redirect, because the SDK's defaults repeat a
/// send that may have delivered. Every fault comes out as a <see cref="GraphFaultException"/>.
/// </summary>
internal sealed class GraphConnection : IDisposable
{
    /// <summary>
    /// The SDK wraps its process-wide serializers when a client is made, and two clients made at once can wrap them twice:
    /// from then on a property that was set to null is written twice, and no request with one is valid JSON.
    /// </summary>
    private static readonly Lock Construction = new();

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public GraphConnection(
        IOptions<GraphMailOptions> options, GraphCredential credential, TimeProvider time, ILogger<GraphConnection> logger)
    {
        var settings = options.Value;
        BaseUrl = new Uri(settings.BaseUrl.TrimEnd('/'));
        _time = time;
        _timeout = settings.RequestTimeout;
        DelegatingHandler[] handlers =
        [
            new FaultHandler(time),
            new ParametersNameDecodingHandler(),
            new GraphTelemetryHandler(new GraphClientOptions()),
            new RequestIdHandler(logger),
            new OnceHandler(),
        ];
        var socket = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _http = GraphClientFactory.Create(handlers, finalHandler: socket, disposeHandler: true);
        _http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own limit, by the injected clock
        var authentication = new AzureIdentityAuthenticationProvider(
            credential.Value,
            [BaseUrl.Host],
            observabilityOptions: null,
            isCaeEnabled: false,
            $"{BaseUrl.GetLeftPart(UriPartial.Authority)}/.default");
        lock (Construction)
        {
            Client = new GraphServiceClient(_http, authentication, BaseUrl.AbsoluteUri.TrimEnd('/'));
        }
    }

    public GraphServiceClient Client { get; }

    public Uri BaseUrl { get; }

    /// <summary>Makes one call, once, within the time allowed.</summary>
    /// <exception cref="GraphFaultException">It failed; the kind says what is known of it.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped waiting.</exception>
    public async Task<T> AskAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T>> call, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            return await call(Client, either.Token);
        }
        catch (Exception fault) when (fault is not GraphFaultException && !stop.IsCancellationRequested && Explain(fault) is not null)
        {
            throw Explain(fault)!;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    private GraphFaultException? Explain(Exception fault) => fault switch
    {
        OperationCanceledException => new(FaultKind.Unclear, $"Graph did not answer within {_timeout.TotalSeconds:0} seconds."),
        AuthenticationFailedException or RequestFailedException =>
            new(FaultKind.NotDone, "No token could be had to sign in to Graph: check the identity or "
                + "certificate (Graph:SignIn) and that the token service can be reached."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } =>
            new(FaultKind.NotDone, "Graph could not be reached."),
        HttpRequestException or IOException => new(FaultKind.Unclear, "The connection to Graph was cut before its answer."),
        JsonException or ApiException or InvalidOperationException or FormatException =>
            new(FaultKind.Unclear, "Graph's answer could not be read."),
        _ => null,
    };
}
