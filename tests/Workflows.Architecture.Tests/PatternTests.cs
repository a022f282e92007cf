using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Architecture.Tests;

/// <summary>
/// Regular expressions end in time, and only where they must: the time of a first match holds its compilation, which on a busy machine
/// takes more than a moment, and giving up then is an error to whoever asked.
/// </summary>
public sealed partial class PatternTests
{
    private const int Least = 20_000;

    [Fact]
    public void No_pattern_gives_up_because_the_machine_is_busy()
    {
        var limits = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Limit().Matches(Repository.Read(file)).Select(match =>
                (File: file, Limit: int.Parse(match.Groups["limit"].Value.Replace("_", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture))))
            .ToArray();

        Assert.True(limits.Length > 30, "The search finds no patterns any more.");
        Offenders.None(limits.Where(each => each.Limit < Least).Select(each => $"{each.File}: {each.Limit} ms, less than {Least}"));
    }

    [GeneratedRegex(@"\[GeneratedRegex\((?:[^\n]|\n(?!\s*(?:private|internal|public)))*?(?<limit>[0-9_]+)\)\]\r?\n", RegexOptions.ExplicitCapture, Least)]
    private static partial Regex Limit();
}
