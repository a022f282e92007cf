using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Graph.Watching;

/// <summary>How far the watcher has read, and which reports it has handed over: what it keeps in the delta link store.</summary>
/// <param name="Link">The link to go on from, or null to read from the beginning.</param>
/// <param name="Floor">Every report received at or before this instant has been handed over.</param>
/// <param name="Seen">Reports handed over that were received after the floor, oldest first.</param>
internal sealed record Bookmark(string? Link, DateTimeOffset? Floor, IReadOnlyList<SeenReport> Seen)
{
    private const int MostSeen = 1_500;
    private const int KeptSeen = 500;
    private const int LongestLink = 16 * 1024;

    public static readonly Bookmark Beginning = new(null, null, []);

    /// <summary>Reads the stored text; one that cannot be read means reading from the beginning.</summary>
    public static Bookmark Read(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Bookmark>(text, JsonSerializerOptions.Web) is { Seen: not null } bookmark
                ? bookmark
                : Beginning;
        }
        catch (JsonException)
        {
            return Beginning;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Identifier of a report: a digest of the name the mailbox knows it by.</summary>
    public static string IdOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public bool Knows(SeenReport report) =>
        report.At <= Floor || Seen.Any(seen => seen.Id == report.Id);

    /// <summary>With one more report handed over.</summary>
    public Bookmark With(SeenReport report) =>
        this with { Seen = [.. Seen.Append(report).OrderBy(seen => seen.At).TakeLast(MostSeen)] };

    /// <summary>At the place that a page ends with.</summary>
    public Bookmark At(string? link) => this with { Link = link is { Length: <= LongestLink } ? link : null };

    /// <summary>
    /// At the end of a round: of many reports the oldest are forgotten and the floor rises over them. Not before, because a
    /// round is in no order, and an older report may still come in it.
    /// </summary>
    public Bookmark AtEnd()
    {
        var over = Seen.Count - KeptSeen;
        return over <= 0 ? this : this with { Floor = Seen[over - 1].At, Seen = [.. Seen.Skip(over)] };
    }
}

/// <summary>A report that was handed over.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="At">When it came into the mailbox.</param>
internal sealed record SeenReport(string Id, DateTimeOffset At);
