using System.Text.Json;
using Workflows.Screening;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Screening;

/// <summary>Reads a case's list from JSON. What is wrong is told by its place, and never repeated.</summary>
internal static class CaseListInput
{
    private const int MostProblems = 20;
    private const string Shape = "Give an object with 'kind', 'text' and, where there are other forms, a list 'variants'.";
    private static readonly Dictionary<string, ListKind> Kinds =
        Enum.GetValues<ListKind>().ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName($"{kind}"));

    /// <summary>The kinds as the interface names them.</summary>
    public static string NameOf(ListKind kind) => Kinds.First(each => each.Value == kind).Key;

    /// <summary>The entries.</summary>
    /// <exception cref="ProblemException">Something is wrong with them.</exception>
    public static IReadOnlyList<ListEntry> Read(JsonElement root)
    {
        if (root.EnumerateObject().Any(member => !member.NameEquals("entries")) || !root.TryGetProperty("entries", out var entries)
            || entries.ValueKind != JsonValueKind.Array || entries.GetArrayLength() is 0 or > CaseListText.MostEntries)
        {
            throw new ProblemException(Problem.Invalid("entries", $"Give 'entries' and nothing else: a list of 1 to {CaseListText.MostEntries:N0} entries."));
        }

        var (read, problems) = (new List<ListEntry>(), new Dictionary<string, string>());
        foreach (var (at, entry) in entries.EnumerateArray().Index())
        {
            if (Entry(entry) is { } known)
            {
                read.Add(known);
            }
            else if (problems.Count < MostProblems)
            {
                problems[$"entries.{at}"] = Kind(entry) is null ? $"{Shape} Kinds: {string.Join(", ", Kinds.Keys)}." : Shape;
            }
        }

        return problems.Count == 0 ? read : throw new ProblemException(Problem.Invalid(problems));
    }

    private static ListEntry? Entry(JsonElement entry)
    {
        if (Kind(entry) is not { } kind || entry.EnumerateObject().Any(member => member.Name is not ("kind" or "text" or "variants"))
            || !entry.TryGetProperty("text", out var text) || Text(text) is not { } detail)
        {
            return null;
        }

        if (!entry.TryGetProperty("variants", out var variants) || variants.ValueKind == JsonValueKind.Null)
        {
            return new ListEntry(kind, detail, []);
        }

        var forms = variants.ValueKind == JsonValueKind.Array && variants.GetArrayLength() <= CaseListText.MostVariants
            ? variants.EnumerateArray().Select(Text).ToArray() : null;
        return forms is null || forms.Contains(null) ? null : new ListEntry(kind, detail, [.. forms.OfType<string>()]);
    }

    private static ListKind? Kind(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("kind", out var kind) && Text(kind) is { } name && Kinds.TryGetValue(name, out var known)
            ? known : null;

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
