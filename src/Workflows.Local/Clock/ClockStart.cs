namespace Workflows.Local.Clock;

/// <summary>Where the clock starts, from what was asked and where it stood when the program last ran.</summary>
/// <param name="Offset">How far from real time.</param>
/// <param name="NotBefore">The earliest instant at which it may stand.</param>
/// <param name="Note">What to tell the person who asked for another start, or null.</param>
internal sealed record ClockStart(TimeSpan Offset, DateTimeOffset NotBefore, string? Note)
{
    /// <summary>Decides on the start.</summary>
    /// <param name="asked">The instant asked for, or null.</param>
    /// <param name="known">Where it stood, or null where the folder is new.</param>
    /// <param name="real">The real instant.</param>
    public static ClockStart From(DateTimeOffset? asked, ClockNote? known, DateTimeOffset real)
    {
        if (known is null)
        {
            return new ClockStart(asked is { } first ? first - real : TimeSpan.Zero, DateTimeOffset.MinValue, Note: null);
        }

        // It ran on while the program was down, as clocks do, and a later one that is asked for is more time spent down.
        var resumed = real + known.Offset > known.LatestAt ? real + known.Offset : known.LatestAt;
        if (asked is null || asked == resumed)
        {
            return new ClockStart(known.Offset, known.LatestAt, Note: null);
        }

        return asked > resumed
            ? new ClockStart(asked.Value - real, known.LatestAt, Note: null)
            : new ClockStart(
                known.Offset, known.LatestAt,
                $"The clock runs on from {resumed:yyyy-MM-ddTHH:mm:ssZ}, where this folder stood: {asked:yyyy-MM-ddTHH:mm:ssZ} is earlier.");
    }
}
