namespace Workflows.Reviews.Ports;

/// <summary>
/// Sends a letter by email, once. An implementation looks for the letter's key before it repeats anything, and says
/// <see cref="MailResult.Unclear"/> rather than send twice.
/// </summary>
public interface IMailSender
{
    /// <summary>Sends a letter, or finds that it was sent before.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="stop">Ends the wait; the letter may have gone all the same.</param>
    /// <returns>What became of it. Faults of the mail service are results, not exceptions.</returns>
    Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop);
}

/// <summary>A letter ready to go. Nothing personal is in its subject, text or attachment.</summary>
public sealed record OutgoingLetter
{
    /// <summary>Our own key: the same for every attempt at this letter, different for every other letter.</summary>
    public required string Key { get; init; }

    /// <summary>The review it is about.</summary>
    public required ReviewId Review { get; init; }

    /// <summary>Kind of letter: <c>reminder</c>, <c>request</c>, <c>approval-request</c>, <c>delay-notice</c>, <c>notice</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Addresses, at least one.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Subject line, without line breaks.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>An iCalendar attachment for the deadlines in it, or null.</summary>
    public string? Calendar { get; init; }

    /// <summary>Which attempt this is, from 1. From the second on, the sender looks for the letter first.</summary>
    public required int Attempt { get; init; }

    /// <summary>
    /// Whether a person has asked for it to be sent again after an ambiguous result: then it may be sent though an earlier copy
    /// cannot be ruled out.
    /// </summary>
    public bool PersonAskedAgain { get; init; }
}

/// <summary>What became of an attempt to send.</summary>
public abstract record MailResult
{
    private MailResult()
    {
    }

    /// <summary>It is on its way: the service has it, once.</summary>
    /// <param name="MessageId">The service's name for it, or null.</param>
    public sealed record Sent(string? MessageId) : MailResult;

    /// <summary>Certainly not sent; try later.</summary>
    /// <param name="Reason">Why, in a few plain words without addresses.</param>
    /// <param name="RetryAfter">How long the service asks to be left alone, or null.</param>
    public sealed record NotYet(string Reason, TimeSpan? RetryAfter) : MailResult;

    /// <summary>Certainly not sent, and trying again will not help: a person must look.</summary>
    /// <param name="Reason">Why, in a few plain words without addresses.</param>
    public sealed record Refused(string Reason) : MailResult;

    /// <summary>It may have been sent or not, and looking did not tell: a person must decide.</summary>
    /// <param name="Reason">Why, in a few plain words without addresses.</param>
    public sealed record Unclear(string Reason) : MailResult;
}
