namespace Workflows.Durability.Tests.Simulation;

/// <summary>A fault of the program itself that a test plants, to see that the laws find it.</summary>
internal enum Hole
{
    None,

    /// <summary>A store says that it has taken an append, and has not.</summary>
    AppendLost,

    /// <summary>A letter is sent twice at one attempt.</summary>
    LetterTwice,

    /// <summary>The index is written without a review's wake.</summary>
    WakeLost,

    /// <summary>The index is written with another stage than the journal tells.</summary>
    IndexWrong,

    /// <summary>An entry is changed after it was written.</summary>
    EntryChanged,

    /// <summary>The last entry of a journal is cut off.</summary>
    TailCut,

    /// <summary>An approval is settled by the first who answers.</summary>
    QuorumSkipped,

    /// <summary>A command that was given before is done again.</summary>
    CommandTwice,
}
