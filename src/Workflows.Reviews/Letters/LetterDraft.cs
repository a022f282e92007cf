using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Letters;

/// <summary>What came of writing a letter.</summary>
internal abstract record LetterDraft
{
    private LetterDraft()
    {
    }

    /// <summary>It can be sent.</summary>
    /// <param name="Letter">The letter.</param>
    public sealed record Ready(OutgoingLetter Letter) : LetterDraft;

    /// <summary>There is nobody to send it to: a person must look.</summary>
    /// <param name="Reason">Why, in plain words without names or addresses.</param>
    public sealed record NobodyToSendTo(string Reason) : LetterDraft;
}
