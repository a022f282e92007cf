using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

/// <summary>Alerts read the log by its words: a line that is worded anew must not silence them.</summary>
public sealed partial class AlertTests
{
    private static readonly string s_alerts = Templates.Open("modules/alerts.bicep").Text;

    private static readonly string[] s_lines =
    [
        .. LoggedLine().Matches(File.ReadAllText(Path.Combine(Templates.Root, "src/Workflows.Cloud/HostLog.cs")))
            .Select(match => match.Groups["line"].Value),
    ];

    [Fact]
    public void Figures_are_read_in_the_words_in_which_they_are_logged()
    {
        var line = Assert.Single(s_lines, line => line.StartsWith("Figures: ", StringComparison.Ordinal));
        var figures = line.Replace("{LatenessSeconds}", "\" Lateness:long \"", StringComparison.Ordinal)
            .Replace("{LettersInTrouble}", "\" Letters:long \"", StringComparison.Ordinal);
        Assert.Contains($"parse Message with * \"{figures[figures.IndexOf("latest", StringComparison.Ordinal)..]}\" *", s_alerts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Review ", " could not be woken")]
    [InlineData("The wake of review ", "its orchestration ")]
    [InlineData("The watchdog could not see to review ", "")]
    [InlineData("The watchdog's round ", " failed")]
    public void Failures_are_looked_for_in_words_that_are_logged(string beginning, string within)
    {
        Assert.Contains($"Message startswith \"{beginning}\"", s_alerts, StringComparison.Ordinal);
        Assert.Contains(s_lines, line => line.StartsWith(beginning, StringComparison.Ordinal) && line.Contains(within, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_health_are_looked_for_in_words_that_are_logged()
    {
        var line = Assert.Single(s_lines, line => line.StartsWith("Health names {Word}:", StringComparison.Ordinal));
        Assert.Contains($"Message startswith \"{line[..(line.IndexOf(':') + 1)].Replace("{Word}", "{word}", StringComparison.Ordinal)}\"", s_alerts, StringComparison.Ordinal);
        var desk = File.ReadAllText(Path.Combine(Templates.Root, "src/Workflows.Reviews/Desk/DeskLog.cs"));
        foreach (var words in new[] { " looks at reviews are not on record yet", " looks at reviews could not be recorded", "The malware scanner cannot be used", ": the store did not take what was to be recorded", ": a file that was handed in is not clean" })
        {
            Assert.Contains($"\"{words}\"", s_alerts, StringComparison.Ordinal);
            Assert.Contains(words, desk, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_orchestration_is_looked_for_under_its_name()
    {
        var orchestration = File.ReadAllText(Path.Combine(Templates.Root, "src/Workflows.Functions/ReviewOrchestration.cs"));
        Assert.Contains("Name = \"ReviewOrchestration\"", orchestration, StringComparison.Ordinal);
        Assert.Contains("Function 'ReviewOrchestration (Orchestrator)' failed", s_alerts, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[LoggerMessage\(\s*\d+, LogLevel\.\w+,\s*""(?<line>[^""]+)""", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex LoggedLine();
}
