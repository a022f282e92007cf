using System.Runtime.CompilerServices;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Pages;

namespace Workflows.Process.Tests.Definitions;

/// <summary>
/// The pages under <c>docs/processes</c> say what the definitions say. To write them anew, run these tests once with
/// <c>WORKFLOWS_WRITE_DOCS=1</c> and read the difference.
/// </summary>
public sealed class ProcessPageTests
{
    public static TheoryData<string> Keys => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_page_of_a_definition_is_true(string key)
    {
        var text = MarkdownPage.Of(ProcessPage.Of(ProcessCatalogue.Shipped.Find(key)!));
        if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_DOCS") == "1")
            File.WriteAllText(Path.Combine(Folder(), $"{key}.md"), text);
        else
            Assert.Equal(Samples.Carried($"Pages.{key}.md")?.ReplaceLineEndings("\n"), text);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_limit_is_on_it_with_its_force_its_source_and_its_mark(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var page = ProcessPage.Of(definition);
        foreach (var deadline in definition.AllDeadlines)
        {
            var row = Assert.Single(page.Deadlines, row => row.Title == deadline.Title && row.Cite == deadline.Cite);
            Assert.StartsWith(deadline.Due.Direction == CountDirection.After ? $"{deadline.Due.Budget} after" : $"at least {deadline.Due.Budget} before", row.Limit);
            Assert.Equal(deadline.Checked != CheckedMark.Primary, row.IsToBeChecked);
            Assert.NotEmpty(row.Force);
        }
    }

    [Fact]
    public void Nothing_on_a_page_is_left_in_the_words_of_the_file()
    {
        foreach (var definition in ProcessCatalogue.Shipped.All)
        {
            var text = MarkdownPage.Of(ProcessPage.Of(definition));
            Assert.DoesNotContain("facts.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("settings.", text, StringComparison.Ordinal);
            Assert.All(definition.Items, item => Assert.Contains(item.Title, text, StringComparison.Ordinal));
        }
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/processes"));
}
