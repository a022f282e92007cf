using System.Net;

namespace Workflows.AzureStorage.Tests;

/// <summary>What can befall a call between this program and storage.</summary>
public enum Fault
{
    /// <summary>It never arrives.</summary>
    LostBefore,

    /// <summary>It is done, and the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>It is done, and the answer is that the server failed.</summary>
    FailedAfter,

    /// <summary>It is not done, and the answer is that the server is busy.</summary>
    BusyBefore,

    /// <summary>It is done, and the answer never comes.</summary>
    SilentAfter,
}

/// <summary>Puts faults into chosen calls on their way.</summary>
internal sealed class Faults : DelegatingHandler
{
    private readonly Lock _gate = new();
    private readonly List<(Func<HttpRequestMessage, bool> Which, Meeting What)> _next = [];

    private delegate Task<HttpResponseMessage> Meeting(Func<Task<HttpResponseMessage>> send, CancellationToken stop);

    public Faults()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>Whether every call is lost.</summary>
    public bool Unreachable { get; set; }

    public static bool IsAppend(HttpRequestMessage request) =>
        request.RequestUri!.Query.Contains("comp=appendblock", StringComparison.Ordinal);

    public static bool IsIndexWrite(HttpRequestMessage request) =>
        request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.Contains("-index/reviews", StringComparison.Ordinal);

    /// <summary>The next so many calls of a kind meet a fault.</summary>
    public void Next(Func<HttpRequestMessage, bool> which, Fault fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Next(which, (send, stop) => MeetAsync(fault, send, stop));
        }
    }

    /// <summary>The next call of a kind is refused by the service, with a code.</summary>
    public void NextRefused(Func<HttpRequestMessage, bool> which, int status, string code) => Next(which, (_, _) =>
    {
        var refusal = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        refusal.Headers.Add("x-ms-error-code", code);
        return Task.FromResult(refusal);
    });

    /// <summary>Something is done before the next call of a kind, which is lost.</summary>
    public void NextLostAfter(Func<HttpRequestMessage, bool> which, Func<Task> meanwhile) => Next(which, async (_, _) =>
    {
        await meanwhile();
        throw new HttpRequestException("The call was lost.");
    });

    /// <summary>Something is done before the next call of a kind, which then goes its way.</summary>
    public void NextAfter(Func<HttpRequestMessage, bool> which, Func<Task> meanwhile) => Next(which, async (send, _) =>
    {
        await meanwhile();
        return await send();
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        if (Unreachable)
        {
            throw new HttpRequestException("Storage cannot be reached.");
        }

        Meeting? what = null;
        lock (_gate)
        {
            var at = _next.FindIndex(next => next.Which(request));
            if (at >= 0)
            {
                what = _next[at].What;
                _next.RemoveAt(at);
            }
        }

        return what is null
            ? await base.SendAsync(request, stop)
            : await what(() => base.SendAsync(request, stop), stop);
    }

    private void Next(Func<HttpRequestMessage, bool> which, Meeting what)
    {
        lock (_gate)
        {
            _next.Add((which, what));
        }
    }

    private static async Task<HttpResponseMessage> MeetAsync(
        Fault fault, Func<Task<HttpResponseMessage>> send, CancellationToken stop)
    {
        if (fault is Fault.LostBefore)
        {
            throw new HttpRequestException("The call was lost.");
        }

        if (fault is Fault.BusyBefore)
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        using var done = await send();
        if (fault is Fault.FailedAfter)
        {
            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }

        if (fault is Fault.SilentAfter)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }

        throw new HttpRequestException("The connection was cut.");
    }
}
