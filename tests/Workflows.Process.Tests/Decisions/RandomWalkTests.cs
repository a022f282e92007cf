using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Decisions;

/// <summary>
/// The laws of the core over random lives. A failing seed is in the test's name; set <c>WORKFLOWS_WALKS</c> to a number for
/// more seeds a process.
/// </summary>
public sealed class RandomWalkTests
{
    private static readonly int Walks =
        int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWS_WALKS"), out var asked) ? asked : 40;

    public static TheoryData<string> Processes => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Processes))]
    public void Every_random_life_keeps_the_laws(string process)
    {
        var definition = ProcessCatalogue.Shipped.Find(process)!;
        var refusals = 0;
        for (var seed = 1; seed <= Walks; seed++)
        {
            var walk = new RandomWalk(definition, seed);
            try
            {
                walk.Run(steps: 300);
            }
            catch (Exception problem)
            {
                Assert.Fail($"{process}, seed {seed}, after {walk.Commands} commands: {problem}");
            }

            refusals += walk.Refusals;
        }

        Assert.True(refusals >= 5, "The walks gave hardly any wrong command: they prove little.");
    }
}
