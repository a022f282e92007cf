using Microsoft.Extensions.Logging;
using Workflows.Reviews.Ports;

namespace Workflows.Graph;

/// <summary>Everything this part logs. Letters are named by their key; no address, subject or exception text of another's making.</summary>
internal static partial class Logs
{
    /// <summary>What became of an attempt at a letter.</summary>
    public static void Outcome(ILogger logger, string key, int attempt, MailResult result)
    {
        switch (result)
        {
            case MailResult.NotYet notYet:
                NotSent(logger, key, attempt, "not yet", notYet.Reason);
                break;
            case MailResult.Refused refused:
                NotSent(logger, key, attempt, "refused", refused.Reason);
                break;
            case MailResult.Unclear unclear:
                NotSent(logger, key, attempt, "unclear", unclear.Reason);
                break;
            default:
                Sent(logger, key, attempt);
                break;
        }
    }

    [LoggerMessage(4101, LogLevel.Debug, "Graph answered {Method} with {Status}; client-request-id {RequestId}")]
    public static partial void Answered(ILogger logger, string method, int status, string requestId);

    [LoggerMessage(4102, LogLevel.Information, "Letter {Key}, attempt {Attempt}: sent")]
    private static partial void Sent(ILogger logger, string key, int attempt);

    [LoggerMessage(4103, LogLevel.Warning, "Letter {Key}, attempt {Attempt}: {Outcome}. {Reason}")]
    private static partial void NotSent(ILogger logger, string key, int attempt, string outcome, string reason);

    [LoggerMessage(4104, LogLevel.Information, "A non-delivery report for letter {Key}: {Reason}")]
    public static partial void NonDelivery(ILogger logger, string key, string reason);

    [LoggerMessage(4105, LogLevel.Warning, "The watch over the inbox stopped early: {Reason}")]
    public static partial void WatchStopped(ILogger logger, string reason);

    [LoggerMessage(4106, LogLevel.Information, "The place in the inbox had expired; reading it from the beginning")]
    public static partial void Resync(ILogger logger);

    [LoggerMessage(4107, LogLevel.Warning, "A withdrawn letter's draft may still be in the mailbox: {Reason}")]
    public static partial void NotWithdrawn(ILogger logger, string reason);
}
