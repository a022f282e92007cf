using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Private papers in memory, which outlive the simulated program.</summary>
internal sealed class MemoryPapers(Faults faults) : IPrivatePapers
{
    private readonly Dictionary<(ReviewId Review, string Name), byte[]> _papers = [];

    public WordsKey? KeyOf(ReviewId review) => this[review, WordsKey.PaperName] is { } paper ? WordsKey.Of(paper) : null;

    public byte[]? this[ReviewId review, string name] => _papers.GetValueOrDefault((review, name));

    public bool PutFirst(ReviewId review, PrivatePaper paper) =>
        _papers.TryAdd((review, paper.Name), paper.Bytes.ToArray()) || paper.Bytes.Span.SequenceEqual(_papers[(review, paper.Name)]);

    public Task PutAsync(ReviewId review, string name, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        faults.Before("paper write");
        _papers[(review, name)] = bytes.ToArray();
        faults.After("paper write");
        return Task.CompletedTask;
    }

    public Task<byte[]?> FindAsync(ReviewId review, string name, CancellationToken stop)
    {
        faults.Before("paper read");
        return Task.FromResult(this[review, name]);
    }

    public Task<IReadOnlyList<string>> NamesAsync(ReviewId review, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>(
        [.. _papers.Keys.Where(key => key.Review == review).Select(key => key.Name).Order(StringComparer.Ordinal)]);

    public Task DestroyAsync(ReviewId review, string name, CancellationToken stop)
    {
        _papers.Remove((review, name));
        return Task.CompletedTask;
    }

    public async Task DestroyAllAsync(ReviewId review, CancellationToken stop)
    {
        foreach (var name in await NamesAsync(review, stop))
        {
            _papers.Remove((review, name));
        }
    }
}
