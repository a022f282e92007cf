using Microsoft.Extensions.Logging;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Desk;

/// <summary>What the desk and the wakes log: identifiers and counts, nothing of the case.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(1001, LogLevel.Debug, "Review {Review} is at entry {Sequence}; {Count} appended")]
    public static partial void Appended(ILogger log, ReviewId review, long sequence, int count);

    [LoggerMessage(1101, LogLevel.Error, "Review {Review} could not be advanced; it is tried again at {RetryAt:O}")]
    public static partial void Stuck(ILogger log, ReviewId review, DateTimeOffset retryAt, Exception problem);

    [LoggerMessage(1102, LogLevel.Warning, "Review {Review}: letter {Letter} needs a person: {Reason}")]
    public static partial void LetterInTrouble(ILogger log, ReviewId review, string letter, string reason);

    [LoggerMessage(1103, LogLevel.Warning, "The working calendar changed to {Version}; {Count} open reviews looked at again")]
    public static partial void CalendarChanged(ILogger log, string version, int count);

    [LoggerMessage(1104, LogLevel.Warning, "Review {Review}: no further code is sent for a link, because many were")]
    public static partial void CodeRefused(ILogger log, string review);

    [LoggerMessage(1105, LogLevel.Warning, "Review {Review}: a code for a link could not be sent")]
    public static partial void CodeNotSent(ILogger log, string review);

    [LoggerMessage(1106, LogLevel.Error, "{Count} looks at reviews are not on record yet; it is tried again")]
    public static partial void LooksNotWritten(ILogger log, int count, Exception problem);

    [LoggerMessage(1107, LogLevel.Error, "{Count} looks at reviews could not be recorded before the program ended")]
    public static partial void LooksLost(ILogger log, int count);

    [LoggerMessage(1108, LogLevel.Information, "Anchored {Changed} changed heads of {All}")]
    public static partial void Anchored(ILogger log, int changed, int all);

    [LoggerMessage(1109, LogLevel.Error, "Review {Review}: the store did not take what was to be recorded; the command was refused")]
    public static partial void NotTaken(ILogger log, ReviewId review, Exception problem);

    [LoggerMessage(1131, LogLevel.Warning, "Review {Review}: a file that was handed in is not clean; it is in the quarantine")]
    public static partial void Quarantined(ILogger log, ReviewId review);

    [LoggerMessage(1132, LogLevel.Error, "The malware scanner cannot be used, so no document is taken")]
    public static partial void ScannerFailed(ILogger log, Exception problem);
}
