namespace Workflows.Process.Decisions;

/// <summary>Checks free text: its length, and that it holds nothing that cannot be shown.</summary>
internal static class TextCheck
{
    /// <summary>Most characters of a note, a reason or a rationale.</summary>
    public const int MostWords = 10_000;

    /// <summary>What is wrong with a text, as a sentence, or null.</summary>
    public static string? Problem(string text, int limit)
    {
        if (text.Length > limit)
        {
            return $"Give at most {limit} characters.";
        }

        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(letter) || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            {
                return "Leave out control characters and broken characters.";
            }
        }

        return null;
    }

    /// <summary>A refusal where a text is missing though needed, too long or broken; else null.</summary>
    public static Refusal? Refuse(string field, string? text, bool required, string ask)
    {
        var problem = string.IsNullOrWhiteSpace(text) ? (required ? ask : null) : Problem(text, MostWords);
        return problem is null ? null : Refusals.Invalid($"{field}-is-valid", field, problem);
    }
}
