using System.Text.RegularExpressions;

namespace Workflows.Architecture.Tests;

/// <summary>Scans of one file's text. Each answers with <c>file:line: what</c>.</summary>
internal static partial class Findings
{
    // One letter of each stands in brackets, so that this file does not find itself.
    private static readonly (string Pattern, string Why)[] s_foreign =
    [
        (@"(?<![\w.~)}-])/wor[k]/", "a path of one machine"),
        (@"(?<![\w.~)}-])/tm[p]/h/", "a path of one machine"),
        (@"(?<![\w.~)}-])/roo[t]/", "a path of one machine"),
        (@"(?<![\w.~)}-])/hom[e]/(?!site\b)\w", "a path of one person's machine"),
        (@"\b[A-Z]:\\User[s]\\", "a path of one person's machine"),
        (@"\.\./share[d]/", "a file that is not in the repository"),
        (@"registry\.npmj[s]|registry\.yarnpk[g]|api\.nuge[t]\.org|(?-i)""resolve[d]"":\s*""http", "the host of a package registry"),
        (@"\bf[o]unders?\b", "how the repository is made"),
        (@"\b(AI|coding|helper|autonomous) agen[t]s?\b|\bsub-?agen[t]s?\b", "how the repository is made"),
        (@"\blanguage mode[l]s?\b|\bL[L]Ms?\b|\bch[a]tgpt\b|\bcl[a]ude\b|\banthr[o]pic\b|\bcopil[o]t\b", "how the repository is made"),
        (@"\b(a|per|the) brie[f]'s\b|\bco-authored-b[y]\b", "how the repository is made"),
        (@"(?<![\w/])issue #?[0-9]{1,3}\b", "an issue's number"),
    ];

    private static readonly Regex[] s_foreignPatterns =
        [.. s_foreign.Select(each => new Regex(each.Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)))];

    /// <summary>What a repository that speaks of itself alone does not say.</summary>
    public static IEnumerable<string> Foreign(string file, string[] lines) =>
        from line in lines.Index()
        from pattern in s_foreignPatterns.Index()
        where pattern.Item.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {s_foreign[pattern.Index].Why}: {pattern.Item.Match(line.Item).Value}";

    /// <summary>Warnings put out of force without a reason on the same line.</summary>
    public static IEnumerable<string> SilentSuppressions(string file, string[] lines) =>
        from line in lines.Index()
        let text = line.Item
        let silent =
            (Pragma().IsMatch(text) && !PragmaWithReason().IsMatch(text))
            || (Attribute().IsMatch(text) && !AttributeWithReason().IsMatch(text))
            || (Property().IsMatch(text) && !PropertyWithReason().IsMatch(text))
        where silent
        select $"{file}:{line.Index + 1}: {text.Trim()}";

    /// <summary>Severities lowered in an .editorconfig without a sentence on the line above.</summary>
    public static IEnumerable<string> SilentSeverities(string file, string[] lines) =>
        from line in lines.Index()
        where LoweredSeverity().IsMatch(line.Item)
        where line.Index == 0 || !lines[line.Index - 1].StartsWith("# ", StringComparison.Ordinal)
        select $"{file}:{line.Index + 1}: {line.Item}";

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Pragma();

    [GeneratedRegex(@"//\s*\w+(\s+\S+){2,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PragmaWithReason();

    [GeneratedRegex(@"\[(\w+:\s*)?(Unconditional)?SuppressMessage(Attribute)?\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"Justification\s*=\s*""\w+(\s+\S+){2,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex AttributeWithReason();

    [GeneratedRegex(@"<(NoWarn|WarningsNotAsErrors|MSBuildWarningsAsMessages)\b|\bNoWarn=""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Property();

    [GeneratedRegex(@"<!--\s*\w+(\s+\S+){2,}\s*-->", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PropertyWithReason();

    [GeneratedRegex(@"\.severity\s*=\s*(none|silent|suggestion)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LoweredSeverity();
}
