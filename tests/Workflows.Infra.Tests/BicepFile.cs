using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

/// <summary>
/// As much of a Bicep file as a light check needs: what it declares, and what its modules are given. It is no compiler: it reads the
/// house style, two spaces a level and one declaration a line.
/// </summary>
internal sealed partial class BicepFile(string path)
{
    public const RegexOptions Options = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    public const int Patience = 10_000;

    public string Text { get; } = File.ReadAllText(path).ReplaceLineEndings("\n");

    /// <summary>Parameters, and whether each must be given.</summary>
    public IReadOnlyDictionary<string, bool> Parameters =>
        ParameterLine().Matches(Text).ToDictionary(match => match.Groups["name"].Value, match => !match.Groups["rest"].Value.Contains('='));

    public IReadOnlyList<string> Variables => Names(VariableLine());

    public IReadOnlyList<string> Outputs => Names(OutputLine());

    /// <summary>What a parameter file sets.</summary>
    public IReadOnlyList<string> Settings => Names(SettingLine());

    public IReadOnlyList<BicepModule> Modules =>
    [
        .. ModuleLine().Matches(Text).Select(match => new BicepModule(
            match.Groups["name"].Value,
            Path.GetFullPath(match.Groups["file"].Value, Path.GetDirectoryName(path)!),
            BlockAt(match.Index))),
    ];

    /// <summary>Outputs of modules that are used: the module's symbol and the output's name.</summary>
    public IEnumerable<(string Module, string Output)> OutputsUsed =>
        OutputUse().Matches(Text).Select(match => (match.Groups["name"].Value, match.Groups["output"].Value));

    /// <summary>The text of every resource of a type, which is given without a version.</summary>
    public IReadOnlyList<string> Resources(string type) =>
        [.. ResourceLine().Matches(Text).Where(match => match.Groups["type"].Value == type).Select(match => BlockAt(match.Index))];

    /// <summary>How often a name stands as a word outside comments, descriptions and its own declaration.</summary>
    public int Uses(string name) => Text.Split('\n')
        .Where(line => !line.StartsWith("@description", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .Select(line => PropertyName().Replace(Declared().Replace(line, string.Empty), string.Empty))
        .Sum(line => Regex.Count(line, $@"(?<![\w.']){Regex.Escape(name)}(?!\w)", Options, TimeSpan.FromMilliseconds(Patience)));

    private IReadOnlyList<string> Names(Regex line) => [.. line.Matches(Text).Select(match => match.Groups["name"].Value)];

    private string BlockAt(int start) => Text[start..(BlockEnd().Match(Text, start).Index + 1)];

    /// <summary>A declaration ends at the first closing brace or bracket at the beginning of a line.</summary>
    [GeneratedRegex(@"^[}\]]", Options, Patience)]
    private static partial Regex BlockEnd();

    [GeneratedRegex(@"^param (?<name>\w+) (?<rest>.*)$", Options, Patience)]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^var (?<name>\w+) =", Options, Patience)]
    private static partial Regex VariableLine();

    [GeneratedRegex(@"^output (?<name>\w+) ", Options, Patience)]
    private static partial Regex OutputLine();

    [GeneratedRegex(@"^param (?<name>\w+) =", Options, Patience)]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<file>[^']+)' =", Options, Patience)]
    private static partial Regex ModuleLine();

    [GeneratedRegex(@"^resource \w+ '(?<type>[^@']+)@", Options, Patience)]
    private static partial Regex ResourceLine();

    [GeneratedRegex(@"\b(?<name>\w+)!?\.outputs\.(?<output>\w+)", Options, Patience)]
    private static partial Regex OutputUse();

    [GeneratedRegex(@"^(param|var) \w+", Options, Patience)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*\w+:", Options, Patience)]
    private static partial Regex PropertyName();
}
