using System.Text.Json;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>
/// The anchors there are, read and checked: where every journal, and every other chain, was last seen to stand. What was anchored
/// and is not there any more has been cut off, removed or written anew.
/// </summary>
public sealed class Anchors
{
    /// <summary>How the names of the anchors' own chains begin; the year follows.</summary>
    public const string Prefix = "anchors/";

    private readonly AuditKey _key;
    private readonly Dictionary<string, (AnchorHead Head, DateTimeOffset At)> _heads = [];
    private readonly Dictionary<string, Dictionary<string, long>> _lastUnder = [];
    private readonly List<string> _problems = [];
    private string? _keyInUse;

    private Anchors(AuditKey key) => _key = key;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>When the latest was made, or null where there is none.</summary>
    public DateTimeOffset? LatestAt { get; private set; }

    /// <summary>Seal of the latest: whoever noted it elsewhere sees whether anchors themselves were cut off.</summary>
    public string? LatestSeal { get; private set; }

    /// <summary>What is wrong with the anchors themselves, a sentence each; empty where nothing is.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Every chain that was anchored.</summary>
    public IReadOnlyCollection<string> Known => _heads.Keys;

    internal IReadOnlyDictionary<string, (AnchorHead Head, DateTimeOffset At)> Heads => _heads;

    /// <summary>The name under which a review's journal is anchored: <c>reviews/ID</c>.</summary>
    /// <param name="review">The review.</param>
    public static string NameOf(ReviewId review) => $"reviews/{review}";

    /// <summary>Reads all anchors.</summary>
    /// <param name="log">Where they are.</param>
    /// <param name="key">The keys.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<Anchors> ReadAsync(IChainedLog log, AuditKey key, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(key);
        var anchors = new Anchors(key);
        await foreach (var (chain, _) in log.ListAsync(Prefix, stop))
        {
            anchors.Read(chain, await log.ReadAsync(chain, after: 0, stop));
        }

        return anchors;
    }

    /// <summary>What a chain lacks of what was anchored, a sentence each that names the place; nothing where it is whole.</summary>
    /// <param name="chain">The chain, as anchors name it.</param>
    /// <param name="lines">Its lines, from the first; none where there is no such chain any more.</param>
    public IEnumerable<string> Compare(string chain, IReadOnlyList<JournalLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (!_heads.TryGetValue(chain, out var anchored))
        {
            yield break;
        }

        var (head, at) = anchored;
        if (lines.Count == 0)
        {
            yield return $"{chain} is gone: it had {head.Sequence} entries when it was anchored on {at:yyyy-MM-dd} at {at:HH:mm} UTC.";
        }
        else if (lines[^1].Sequence < head.Sequence)
        {
            yield return $"{chain} was cut off after entry {lines[^1].Sequence}: it had {head.Sequence} when it was anchored on "
                + $"{at:yyyy-MM-dd} at {at:HH:mm} UTC.";
        }
        else if (ChainLine.SealOf(lines, head.Sequence) != head.Seal)
        {
            yield return $"{chain} was written anew: entry {head.Sequence} is not the one that was anchored on {at:yyyy-MM-dd} at {at:HH:mm} UTC.";
        }
    }

    /// <summary>Lines that were sealed by a key after it had gone out of use, a sentence each.</summary>
    /// <param name="chain">The chain, as anchors name it.</param>
    /// <param name="lines">Its lines, from the first.</param>
    public IEnumerable<string> SealedTooLate(string chain, IReadOnlyList<JournalLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (_lastUnder.Count == 0)
        {
            yield break;
        }

        var before = string.Empty;
        foreach (var line in lines)
        {
            var cut = line.Utf8.Span.LastIndexOf(",\"seal\":\""u8);
            var seal = ChainLine.SealOf([line], line.Sequence);
            if (cut > 0 && _key.KeyOf(seal, before, line.Utf8.Span[..cut]) is { } by
                && _lastUnder.TryGetValue(by, out var last) && line.Sequence > last.GetValueOrDefault(chain))
            {
                yield return $"{chain}: entry {line.Sequence} was sealed with the key {by}, which was out of use by then.";
            }

            before = seal;
        }
    }

    private void Read(string chain, IReadOnlyList<JournalLine> lines)
    {
        var (seal, expected) = (string.Empty, 1L);
        foreach (var line in lines)
        {
            try
            {
                if (line.Sequence != expected++)
                {
                    throw new ChainDamagedException(chain, line.Sequence, "lines before it are missing");
                }

                Take(ChainLine.Read(_key, chain, line, ref seal));
                LatestSeal = seal;
            }
            catch (ChainDamagedException damage)
            {
                _problems.Add(damage.Message);
                return;
            }
        }
    }

    private void Take(JsonElement anchor)
    {
        Count++;
        var at = anchor.GetProperty("at").GetDateTimeOffset();
        LatestAt = at;
        foreach (var head in anchor.GetProperty("heads").EnumerateArray().Select(AnchorHead.Read))
        {
            if (_heads.TryGetValue(head.Of, out var before) && before.Head.Sequence > head.Sequence)
            {
                _problems.Add($"{head.Of} had {before.Head.Sequence} entries on {before.At:yyyy-MM-dd}, and {head.Sequence} on {at:yyyy-MM-dd}.");
            }

            _heads[head.Of] = (head, at);
        }

        if (!anchor.TryGetProperty("root", out var root))
        {
            return;
        }

        if (root.GetString() != AnchorHead.RootOf(_heads.Values.Select(each => each.Head)))
        {
            _problems.Add($"The anchor of {at:yyyy-MM-dd} at {at:HH:mm} UTC stands for other heads than those before it tell.");
        }

        // What stood there when the first anchor under another key was made may still bear the key before.
        var key = anchor.GetProperty("key").GetString()!;
        if (_keyInUse is { } old && old != key)
        {
            _lastUnder[old] = _heads.ToDictionary(each => each.Key, each => each.Value.Head.Sequence);
        }

        _keyInUse = key;
    }
}
