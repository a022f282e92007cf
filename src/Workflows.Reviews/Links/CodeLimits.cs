namespace Workflows.Reviews.Links;

/// <summary>How many codes are sent, and how long one is good.</summary>
internal static class CodeLimits
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Wrong tries that make a code useless.</summary>
    public const int Tries = 5;

    /// <summary>Most codes in a quarter of an hour, for one link.</summary>
    private const int InAQuarter = 3;

    /// <summary>Most codes in a day, for one link and for one address.</summary>
    private const int InADay = 10;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether another code may go to one link, after those.</summary>
    public static bool AllowAtLink(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) =>
        sent.Count(at => at > now - Quarter) < InAQuarter && AllowAtAddress(sent, now);

    /// <summary>Whether another code may go to one address, after those.</summary>
    public static bool AllowAtAddress(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) => sent.Count(at => at > now - Day) < InADay;

    /// <summary>The times with another one, without those that no limit needs any more.</summary>
    public static IReadOnlyList<DateTimeOffset> With(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) =>
        [.. sent.Where(at => at > now - Day).TakeLast(InADay), now];
}
