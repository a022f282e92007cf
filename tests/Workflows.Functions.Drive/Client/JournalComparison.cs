using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Client;

/// <summary>Compares two journals, identifiers and times aside.</summary>
internal static partial class JournalComparison
{
    // What a host makes up: the seal of the chain, the hash of a request with its address, and names given to letters and publications.
    private static readonly string[] MadeUp = ["seal", "fingerprint", "messageId", "publication", "review", "key"];

    /// <summary>Sees that they are equal.</summary>
    /// <returns>How many entries were compared.</returns>
    public static int Equal(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        for (var at = 0; at < Math.Min(one.Count, other.Count); at++)
        {
            var (mine, theirs) = (Plain(one[at]), Plain(other[at]));
            if (mine != theirs)
            {
                throw new DriveException($"Entry {at + 1} differs:\n  local     {mine}\n  functions {theirs}");
            }
        }

        return one.Count == other.Count
            ? one.Count
            : throw new DriveException($"One journal has {one.Count} entries, the other {other.Count}; the first {Math.Min(one.Count, other.Count)} are equal.");
    }

    private static string Plain(string line)
    {
        var entry = JsonNode.Parse(line)!;
        Strip(entry);
        return Instant().Replace(Identifier().Replace(entry.ToJsonString(), "<id>"), "<time>");
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (MadeUp.Contains(name) && value is JsonValue)
                    {
                        fields[name] = "<id>";
                    }
                    else
                    {
                        Strip(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Strip(item);
                }

                break;
        }
    }

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.]+(Z|[+-]\d\d:\d\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
