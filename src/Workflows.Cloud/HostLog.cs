using Microsoft.Extensions.Logging;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud;

/// <summary>What the host logs: identifiers, counts and times, nothing of the case.</summary>
internal static partial class HostLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Review {Review} could not be woken, and will be again")]
    public static partial void WakeFailed(ILogger log, ReviewId review, Exception problem);

    [LoggerMessage(
        3002, LogLevel.Warning, "The orchestration of review {Review} could not be told of a change; the watchdog will see to it")]
    public static partial void NotTold(ILogger log, ReviewId review, Exception problem);

    [LoggerMessage(
        3011, LogLevel.Warning, "The wake of review {Review} is late by {Seconds} s, its orchestration {Found}: {Done}")]
    public static partial void Late(ILogger log, ReviewId review, long seconds, string found, string done);

    [LoggerMessage(3012, LogLevel.Error, "The watchdog could not see to review {Review}, and will again")]
    public static partial void NotSeenTo(ILogger log, ReviewId review, Exception problem);

    [LoggerMessage(3013, LogLevel.Error, "The watchdog's round '{Round}' failed, and will be made again")]
    public static partial void RoundFailed(ILogger log, string round, Exception problem);

    [LoggerMessage(
        3014, LogLevel.Warning, "The working calendar changed from {Before} to {After}: {Count} open reviews look again")]
    public static partial void CalendarChanged(ILogger log, string before, string after, int count);

    [LoggerMessage(
        3015, LogLevel.Information,
        "Index looked over: {Journals} journals, {Written} rows written, {Removed} removed, {Unreadable} journals unreadable")]
    public static partial void IndexMended(ILogger log, int journals, int written, int removed, int unreadable);

    [LoggerMessage(3016, LogLevel.Information, "Verified {Journals} journals and all other chains: {Found} problems")]
    public static partial void Audited(ILogger log, int journals, int found);

    [LoggerMessage(3017, LogLevel.Error, "Verification found: {Problem}")]
    public static partial void AuditFound(ILogger log, string problem);

    // Alert rules read these names: keep them.
    [LoggerMessage(
        3020, LogLevel.Information,
        "Figures: {OpenReviews} open reviews, latest wake late by {LatenessSeconds} s, {LettersInTrouble} letters need a person")]
    public static partial void Figures(ILogger log, long openReviews, long latenessSeconds, long lettersInTrouble);

    // They read this one too.
    [LoggerMessage(3021, LogLevel.Warning, "Health names {Word}: the administration page says what to do")]
    public static partial void NeedsSomebody(ILogger log, string word);
}
