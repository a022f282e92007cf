using System.Security.Cryptography;
using System.Text;

namespace Workflows.Reviews.Screening;

/// <summary>
/// Gives findings identifiers that stay the same from one version of a document to the next: where the detail and the words around
/// it are the same, or where most of those words are (another detail was removed beside it, say). An identifier is a keyed hash, so
/// that nobody learns from a journal what was found.
/// </summary>
internal static class FindingIds
{
    // Of the words around a detail this share must be the same: all that stands on one side of it may have changed.
    private const double SameWords = 0.5;

    /// <summary>The same findings with their identifiers.</summary>
    /// <param name="key">The review's key.</param>
    /// <param name="document">Instance of the document: the same passage in another document is another finding.</param>
    /// <param name="found">What was found now, without identifiers.</param>
    /// <param name="before">What was found in the version before.</param>
    public static IReadOnlyList<KeptFinding> Give(
        byte[] key, string document, IReadOnlyList<KeptFinding> found, IReadOnlyList<KeptFinding> before)
    {
        var known = new Dictionary<string, string>();
        foreach (var each in before)
        {
            known.TryAdd(Fingerprint(key, document, each), each.Id);
        }

        var prints = found.Select(each => Fingerprint(key, document, each)).ToArray();
        var given = new string?[found.Count];
        var taken = new HashSet<string>();
        for (var at = 0; at < found.Count; at++)
        {
            if (known.TryGetValue(prints[at], out var id) && taken.Add(id))
            {
                given[at] = id;
            }
        }

        var left = before.Where(each => !taken.Contains(each.Id)).ToLookup(each => (each.Kind, each.Detail));
        for (var at = 0; at < found.Count; at++)
        {
            var now = found[at];
            given[at] ??= left[(now.Kind, now.Detail)]
                .Where(each => !taken.Contains(each.Id))
                .Select(each => (each.Id, Likeness: Likeness(each.Surroundings, now.Surroundings)))
                .Where(each => each.Likeness >= SameWords)
                .OrderByDescending(each => each.Likeness).FirstOrDefault().Id;
            given[at] ??= prints[at];
            taken.Add(given[at]!);
        }

        return [.. found.Select((each, at) => each with { Id = given[at]! }).DistinctBy(each => each.Id)];
    }

    private static string Fingerprint(byte[] key, string document, KeptFinding finding) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{document}\n{finding.Kind}\n{finding.Detail}\n{string.Join(' ', finding.Surroundings)}")).AsSpan(0, 8));

    // The share of words in common, of the longer of the two; nothing in common where there are no words to go by.
    private static double Likeness(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var longer = Math.Max(one.Count, other.Count);
        if (longer == 0)
        {
            return 0;
        }

        var words = other.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var common = 0;
        foreach (var word in one)
        {
            if (words.TryGetValue(word, out var count) && count > 0)
            {
                words[word] = count - 1;
                common++;
            }
        }

        return (double)common / longer;
    }
}
