using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Journal;

/// <summary>A journal's line is not what was written there. The review stands still until a person has looked.</summary>
public sealed class JournalDamagedException : Exception
{
    /// <summary>Names the place.</summary>
    /// <param name="review">The review.</param>
    /// <param name="sequence">Sequence of the line.</param>
    /// <param name="problem">What is wrong, in a few words.</param>
    /// <param name="cause">What was thrown on reading, or null.</param>
    public JournalDamagedException(ReviewId review, long sequence, string problem, Exception? cause = null)
        : base($"The journal of review {review} is damaged at entry {sequence}: {problem}.", cause)
    {
        Review = review;
        Sequence = sequence;
    }

    /// <summary>The review.</summary>
    public ReviewId Review { get; }

    /// <summary>Sequence of the line.</summary>
    public long Sequence { get; }
}

/// <summary>A command's words are longer than one journal entry holds.</summary>
public sealed class EntryTooLargeException()
    : Exception("That is more text than one entry of the journal holds. Hand it in as a document instead.");
