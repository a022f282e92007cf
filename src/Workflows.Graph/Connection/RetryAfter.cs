namespace Workflows.Graph.Connection;

/// <summary>Reads how long a service asks to be left alone: seconds or an HTTP date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>No service keeps us away for longer, whatever it says.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The wait from now, zero to 24 hours; null where the answer does not say, or not readably.</summary>
    /// <param name="response">The answer. Its own date is the reference for a date in it, so that clocks need not agree.</param>
    /// <param name="time">The clock, where the answer has no date of its own.</param>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - (response.Headers.Date ?? time.GetUtcNow()));
        return wait is not { } asked ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked > Longest ? Longest : asked;
    }
}
