using System.Text.Json;
using Workflows.Local.Tests.Support;
using Workflows.Process.Definitions;

namespace Workflows.Local.Tests.Verbs;

public sealed class SimulateTests
{
    public static TheoryData<string> Processes => [.. ProcessCatalogue.Shipped.Keys];

    [Fact]
    public async Task A_local_review_reads_as_a_timeline()
    {
        var run = await Verb.RunAsync("simulate", "lcspr@2026.1");
        Assert.Equal(0, run.Code);
        Golden.Matches("lcspr.txt", run.Output);
    }

    [Fact]
    public async Task A_late_rapid_review_shows_its_ladder_and_the_delay_notice()
    {
        var run = await Verb.RunAsync("simulate", "lcspr@2026.1", "--late", "send-rapid-review");
        Assert.Equal(0, run.Code);
        Golden.Matches("lcspr-late.txt", run.Output);
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task Every_released_process_comes_to_its_end_in_time(string process)
    {
        var run = await Verb.RunAsync("simulate", process, "--json");
        Assert.True(run.Code == 0, run.Error);
        var lines = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToArray();
        Assert.Equal("ended", lines[^1].GetProperty("kind").GetString());
        Assert.DoesNotContain(lines, line => line.GetProperty("late").GetBoolean());
    }
}
