using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Verbs;

public sealed class VerbTests
{
    [Fact]
    public async Task A_count_can_be_checked_by_hand()
    {
        var run = await Verb.RunAsync("calendar", "2024-03-28", "5 working days");
        Assert.Equal(0, run.Code);
        Golden.Matches("calendar.txt", run.Output);
    }

    [Fact]
    public async Task A_count_goes_back_from_the_day_of_publication()
    {
        var run = await Verb.RunAsync("calendar", "2026-04-09", "7 working days", "--before");
        Assert.Contains("Result: Fri 27 Mar 2026", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bank_holidays_of_a_year_are_listed()
    {
        var run = await Verb.RunAsync("calendar", "--year", "2026");
        Golden.Matches("calendar-2026.txt", run.Output);
    }

    [Theory]
    [InlineData("calendar", "2026-02-30", "5 working days")]
    [InlineData("calendar", "2026-01-05", "five days")]
    [InlineData("calendar", "--year", "1066")]
    [InlineData("simulate", "no-such-process")]
    [InlineData("simulate", "lcspr", "--late", "no-such-step")]
    [InlineData("simulate", "lcspr", "--start", "yesterday")]
    [InlineData("serve", "--urls", "not an address")]
    [InlineData("serve", "--clock", "5 January")]
    [InlineData("export", "--to")]
    [InlineData("no-such-verb")]
    public async Task What_cannot_be_understood_is_told_and_nothing_is_done(params string[] args)
    {
        var run = await Verb.RunAsync(args);
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task A_definition_with_faults_is_told_by_file_line_and_remedy()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("bad.yaml"), "process: x\ncolour: blue\n");
        var run = await Verb.RunAsync("check", folder.Of("bad.yaml"));
        Assert.Equal(1, run.Code);
        Assert.Contains("bad.yaml:2:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_without_reviews_are_not_made_by_looking_at_them()
    {
        using var folder = new TemporaryFolder();
        var run = await Verb.RunAsync("verify", folder.Of("nothing"));
        Assert.Equal(3, run.Code);
        Assert.Contains("no reviews", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Of("nothing")));
    }
}
