using System.Net;

namespace Workflows.AzureStorage.Tests;

/// <summary>Lets one call after another of a case meet a fault: the n-th call to storage, and so many after it.</summary>
internal sealed class NthCallFault(int first, int count, Fault fault) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _calls;
    private int _met;

    /// <summary>Calls so far.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>How often the fault was met.</summary>
    public int Met => Volatile.Read(ref _met);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var call = Interlocked.Increment(ref _calls);
        if (call < first || call >= first + count)
        {
            return await base.SendAsync(request, stop);
        }

        Interlocked.Increment(ref _met);
        switch (fault)
        {
            case Fault.LostBefore:
                throw new HttpRequestException("The call was lost.");
            case Fault.BusyBefore:
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new ByteArrayContent([]) };
        }

        using var done = await base.SendAsync(request, stop);
        switch (fault)
        {
            case Fault.FailedAfter:
                return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new ByteArrayContent([]) };
            case Fault.SilentAfter:
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                break;
        }

        throw new HttpRequestException("The connection was cut.");
    }
}
