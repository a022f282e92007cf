namespace Workflows.Local;

/// <summary>What the host logs of its own: nothing of the case.</summary>
internal static partial class HostLog
{
    [LoggerMessage(2001, LogLevel.Error, "What is due could not be done; it is tried again")]
    public static partial void WakesFailed(ILogger log, Exception problem);

    [LoggerMessage(2002, LogLevel.Warning, "The mailbox could not be watched; it is tried again")]
    public static partial void MailboxFailed(ILogger log, Exception problem);

    [LoggerMessage(2003, LogLevel.Error, "Journals could not be anchored; it is tried again")]
    public static partial void AnchorFailed(ILogger log, Exception problem);
}
