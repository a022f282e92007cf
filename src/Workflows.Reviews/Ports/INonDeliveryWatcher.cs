namespace Workflows.Reviews.Ports;

/// <summary>
/// Finds letters that were sent and came back. Mail gives no proof of delivery; a non-delivery report is the only word
/// that comes, and it may come days later or never.
/// </summary>
public interface INonDeliveryWatcher
{
    /// <summary>Reads the reports that came since the last round and hands each one over, once.</summary>
    /// <param name="report">
    /// Takes a report and journals it. A report counts as handed over when this returns; if the process dies just then, the
    /// same report, with the same <see cref="NonDelivery.Id"/>, comes again in the next round.
    /// </param>
    /// <param name="stop">Ends the round; the next one goes on from there.</param>
    /// <returns>How the round went. Faults of the mail service are in it, not thrown.</returns>
    Task<NonDeliveryRound> WatchAsync(Func<NonDelivery, CancellationToken, Task> report, CancellationToken stop);
}

/// <summary>A letter that did not arrive.</summary>
/// <param name="Id">Identifier of the report, 32 lower-case hexadecimal digits: the same however often it is read.</param>
/// <param name="LetterKey">The letter's <see cref="OutgoingLetter.Key"/>.</param>
/// <param name="Review">The review the letter was about, or null where the report does not say.</param>
/// <param name="Reason">Why, in plain words without addresses.</param>
/// <param name="At">When the report came into the mailbox, by the mailbox's clock.</param>
public sealed record NonDelivery(string Id, string LetterKey, ReviewId? Review, string Reason, DateTimeOffset At);

/// <summary>How a round of watching went.</summary>
/// <param name="Reported">Reports handed over.</param>
/// <param name="Trouble">What stopped the round before its end, in plain words without addresses, or null.</param>
/// <param name="RetryAfter">How long the service asks to be left alone, or null.</param>
public sealed record NonDeliveryRound(int Reported, string? Trouble, TimeSpan? RetryAfter);
