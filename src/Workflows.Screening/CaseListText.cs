using Workflows.Screening.Patterns;
using Workflows.Screening.Text;

namespace Workflows.Screening;

/// <summary>A case's list as people write it: a detail a line, its other forms behind it, each after a bar.</summary>
public static class CaseListText
{
    /// <summary>Most entries of a list: 1,000.</summary>
    public const int MostEntries = 1_000;

    /// <summary>Most characters of a detail or another form of it: 200.</summary>
    public const int LongestText = 200;

    /// <summary>Most other forms of a detail: 20.</summary>
    public const int MostVariants = 20;

    /// <summary>Reads entries of one kind: <c>Jake Michael Harris | Jakob</c>. Blank lines are passed over.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="lines">The lines.</param>
    public static IReadOnlyList<ListEntry> Read(ListKind kind, string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return
        [
            .. lines.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Where(parts => parts.Length > 0).Select(parts => new ListEntry(kind, parts[0], parts[1..])),
        ];
    }

    /// <summary>Entries of one kind as lines, which read back to the same.</summary>
    /// <param name="entries">The entries of a list.</param>
    /// <param name="kind">Which of them.</param>
    public static string Write(IEnumerable<ListEntry> entries, ListKind kind) => string.Join(
        '\n', entries.Where(entry => entry.Kind == kind).Select(entry => string.Join(" | ", entry.Variants.Prepend(entry.Text))));

    /// <summary>Why an entry cannot be looked for, as a sentence that repeats nothing of it; null where it can.</summary>
    /// <param name="entry">The entry.</param>
    public static string? Problem(ListEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Variants.Count > MostVariants)
        {
            return $"Give at most {MostVariants} other forms.";
        }

        foreach (var text in entry.Variants.Prepend(entry.Text))
        {
            if (text.Length > LongestText || text.Count(char.IsLetterOrDigit) < 2 || text.AsSpan().ContainsAny('\n', '\r', '|'))
            {
                return $"Write it on one line of at most {LongestText} characters, with at least two letters or figures and no bar.";
            }

            if (text.Any(char.IsControl) || !IsWhole(text))
            {
                return "Leave out control characters and broken characters.";
            }

            if (entry.Kind == ListKind.Date && !Days.Find(Folded.Of(text)).Any())
            {
                return "Write the date with its day before its month, for example 12 March 2021.";
            }
        }

        return null;
    }

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
