using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Workflows.Graph.Tests.GraphServer;

/// <summary>
/// A Graph server of the tests' own, over real HTTP: one mailbox with drafts, sent items, an inbox, named properties with
/// filters on them and delta queries, and faults by script. It follows the documented shapes of the real service.
/// </summary>
public sealed class TestGraphServer : IAsyncDisposable
{
    public const string Address = "letters@sending.example";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(int After, GraphCall Call)> _late = [];
    private int _arrived;

    private TestGraphServer(TimeProvider time)
    {
        Mailbox = new StoredMailbox(time);
        Answers = new MailboxAnswers(Mailbox, () => BaseUrl);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public StoredMailbox Mailbox { get; }

    public FaultScript Faults { get; } = new();

    /// <summary>Headers of every request, by name.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Requests { get; } = new();

    /// <summary>Root of Graph, with its version.</summary>
    public string BaseUrl => $"{_app.Urls.First()}/v1.0";

    internal MailboxAnswers Answers { get; }

    public static async Task<TestGraphServer> StartAsync(TimeProvider time)
    {
        var server = new TestGraphServer(time);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        var body = await ReadAsync(context.Request);
        if (GraphCall.Read(context.Request, body, Mailbox) is not { } call)
        {
            await WriteAsync(context, 400, MailboxAnswers.Error("RequestNotUnderstood"));
            return;
        }

        CarryOutLate();
        var fault = Faults.Take(call.Purpose);
        if (fault?.Before is { } before)
        {
            await before();
            fault = null;
        }

        if (fault is { LaterBy: > 0 })
        {
            lock (_lock)
            {
                _late.Add((_arrived + fault.LaterBy, call));
            }
        }

        var (status, answer) = fault is null or { AfterCommit: true } ? Answers.Answer(call) : (0, null);
        if (fault is null)
        {
            await WriteAsync(context, status, answer);
        }
        else if (fault.Status == 0)
        {
            await (fault.Instead?.Invoke(context.RequestAborted) ?? CloseAsync(context));
            context.Abort();
        }
        else
        {
            if (fault.RetryAfter is { } retryAfter)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            var text = fault.Body ?? (fault.Status < 300 ? answer : MailboxAnswers.Error(fault.Code));
            await WriteAsync(context, fault.Status, text);
        }
    }

    /// <summary>Carries out what was asked for earlier and had been answered as failed.</summary>
    private void CarryOutLate()
    {
        lock (_lock)
        {
            _arrived++;
            foreach (var (_, call) in _late.FindAll(late => late.After <= _arrived))
            {
                Answers.Answer(call);
            }

            _late.RemoveAll(late => late.After <= _arrived);
        }
    }

    /// <summary>
    /// Ends the connection as a server does that shuts down: in good order, without an answer. The client sees the end of the
    /// stream, at which its own machinery may repeat the request; it would not after a reset.
    /// </summary>
    private static async Task CloseAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
    }

    private static async Task WriteAsync(HttpContext context, int status, string? body)
    {
        context.Response.StatusCode = status;
        if (body is not null)
        {
            context.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/plain";
            await context.Response.WriteAsync(body);
        }
    }
}
