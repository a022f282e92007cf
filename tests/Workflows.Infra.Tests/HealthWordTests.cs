using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

/// <summary>Every word that health can name has an entry in the runbook, and on Azure an alert, which stands in the table of alerts.</summary>
public sealed partial class HealthWordTests
{
    private static readonly string s_runbook = Read("docs/assurance/runbook.md");
    private static readonly string s_deployment = Read("docs/deployment.md");

    // Where the records cannot be read at all, no sign is asked.
    private static readonly string[] s_cloud = [.. WordsIn("src/Workflows.Reviews").Concat(WordsIn("src/Workflows.Cloud")).Append("records").Distinct()];

    private static readonly string[] s_all = [.. s_cloud.Union(WordsIn("src/Workflows.Local"))];

    public static TheoryData<string> Words => [.. s_all];

    public static TheoryData<string> CloudWords => [.. s_cloud];

    [Fact]
    public void The_words_are_found() => Assert.Superset(new HashSet<string>(["wakes", "chain", "disk", "records"]), s_all.ToHashSet());

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_has_an_entry_in_the_runbook(string word)
    {
        var row = Assert.Single(s_runbook.Split('\n'), line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[1].Contains($"`{word}`", StringComparison.Ordinal));
        var entry = Entry().Match(row).Groups["entry"].Value;
        Assert.Contains($"\n## {entry}\n", s_runbook, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CloudWords))]
    public void A_word_has_an_alert_that_the_templates_make(string word)
    {
        var alert = Assert.Single(Alerts(), row => row.Word == $"`{word}`").Alert;
        Assert.Contains(alert, Made());
    }

    [Fact]
    public void Every_alert_that_the_templates_make_is_explained() =>
        Assert.Equal(Made().Order(StringComparer.Ordinal), Alerts().Select(row => row.Alert).Except(["server-errors", "budget"]).Order(StringComparer.Ordinal));

    // Codes of signs: a small word, and the title after it.
    private static IEnumerable<string> WordsIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Templates.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(text => text.Contains("IHealthSource", StringComparison.Ordinal))
            .SelectMany(text => Code().Matches(text)).Select(match => match.Groups["word"].Value);

    private static IEnumerable<(string Alert, string Word)> Alerts() => s_deployment[s_deployment.IndexOf("\n## Alerts", StringComparison.Ordinal)..].Split('\n')
        .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')).Select(cells => (cells[1].Trim(), cells[2].Trim()));

    private static List<string> Made()
    {
        var text = Templates.Open("modules/alerts.bicep").Text;
        return
        [
            .. RuleName().Matches(text).Select(match => match.Groups["name"].Value),
            .. HealthWord().Matches(text).Select(match => $"health-{match.Groups["word"].Value}"),
        ];
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Templates.Root, path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"""(?<word>[a-z]+)"", ""[A-Z]", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[(?<entry>[^\]]+)\]\(#", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^    name: '(?<name>[a-z-]+)'$", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex RuleName();

    [GeneratedRegex(@"^    word: '(?<word>[a-z]+)'$", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex HealthWord();
}
