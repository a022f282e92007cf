namespace Workflows.Reviews.Ports;

/// <summary>
/// Lines that are appended and never changed, in chains that each have a name: who looked at reviews, and where journals stood.
/// The store keeps the bytes; it never looks inside.
/// </summary>
public interface IChainedLog
{
    /// <summary>The lines after a position, in order; none where there is no such chain.</summary>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="after">Sequence of the last line already known; 0 for all.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<JournalLine>> ReadAsync(string chain, long after, CancellationToken stop);

    /// <summary>
    /// Appends the lines, all or none, where the chain still ends at <paramref name="expected"/>. When the answer is
    /// <see cref="AppendOutcome.Appended"/>, they are durable.
    /// </summary>
    /// <param name="chain">Name of the chain: up to 100 of a-z, 0-9, hyphens and single slashes.</param>
    /// <param name="expected">Sequence of the last line; 0 for a new chain.</param>
    /// <param name="lines">At least one line; the first has sequence <paramref name="expected"/> + 1.</param>
    /// <param name="stop">Ends the wait; the append may have happened all the same.</param>
    Task<AppendOutcome> AppendAsync(string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop);

    /// <summary>The chains whose names begin so, in the order of their names, each with its size.</summary>
    /// <param name="prefix">How the names begin; empty for all.</param>
    /// <param name="stop">Ends the listing.</param>
    IAsyncEnumerable<ChainSize> ListAsync(string prefix, CancellationToken stop);
}

/// <summary>A chain and its size.</summary>
/// <param name="Chain">Name.</param>
/// <param name="Size">A number that grows with every append: lines or bytes, as the store counts.</param>
public readonly record struct ChainSize(string Chain, long Size);
