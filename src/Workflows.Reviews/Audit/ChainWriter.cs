using System.Collections.Concurrent;
using System.Text.Json;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>Appends to chains, each line sealed to the one before, also where several programs do so at once.</summary>
internal sealed class ChainWriter(IChainedLog log, AuditKey key, TimeProvider clock)
{
    private const int MostTries = 20;
    private readonly ConcurrentDictionary<string, (long Sequence, string Seal)> _ends = [];

    /// <summary>Appends lines; they are durable when the answer comes. One caller a chain at a time in a process.</summary>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="bodies">What each tells: writes its properties.</param>
    /// <param name="stop">Ends the wait; the lines may be in all the same.</param>
    /// <returns>Place of the last line.</returns>
    /// <exception cref="StoreUnavailableException">The store does not serve.</exception>
    public async Task<long> AppendAsync(string chain, IReadOnlyList<Action<Utf8JsonWriter>> bodies, CancellationToken stop)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            // Whatever goes wrong from here on, the end must be read again.
            if (!_ends.TryRemove(chain, out var end))
            {
                end = await EndAsync(chain, stop);
            }

            if (await TryAsync(chain, end, bodies, stop) is { } after)
            {
                _ends[chain] = after;
                return after.Sequence;
            }
        }

        throw new StoreBusyException();
    }

    /// <summary>Appends lines where the chain still ends as it did; null where it has gone on.</summary>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="end">Place and seal of its last line, as <see cref="EndAsync"/> found it.</param>
    /// <param name="bodies">What each tells: writes its properties.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Its end after that.</returns>
    public async Task<(long Sequence, string Seal)?> TryAsync(
        string chain, (long Sequence, string Seal) end, IReadOnlyList<Action<Utf8JsonWriter>> bodies, CancellationToken stop)
    {
        var (seal, now) = (end.Seal, clock.GetUtcNow());
        var lines = bodies.Select((body, at) => ChainLine.Write(key, chain, end.Sequence + 1 + at, now, body, ref seal)).ToArray();
        return await log.AppendAsync(chain, end.Sequence, lines, stop) == AppendOutcome.Appended ? (lines[^1].Sequence, seal) : null;
    }

    /// <summary>Place and seal of a chain's last line; 0 and nothing where it has none.</summary>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<(long Sequence, string Seal)> EndAsync(string chain, CancellationToken stop)
    {
        var lines = await log.ReadAsync(chain, after: 0, stop);
        if (lines.Count == 0)
        {
            return (0, string.Empty);
        }

        // Only the last seal is needed to go on; whether all of them fit is for verify to say.
        using var last = JsonDocument.Parse(lines[^1].Utf8);
        return (lines[^1].Sequence, last.RootElement.GetProperty("seal").GetString() ?? string.Empty);
    }
}
