using Workflows.Durability.Tests.Support;
using Workflows.Reviews.Journal;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>
/// Claim: the laws of the simulation can fail. A fault of the program is planted in each layer (journal, chain, index, wakes, letters, rules,
/// keys), and the simulation stops at it; without a hole the same world lives to its end.
/// </summary>
public sealed class PlantedHoleTests
{
    private const int Reviews = 12;
    private static readonly int Seed = Counts.Asked("WORKFLOWS_SEED", usual: 20260105);

    [Fact]
    public async Task A_world_without_a_hole_keeps_every_law()
    {
        using var world = WorldWith(Hole.None);
        Assert.True((await world.RunAsync()).Entries > 0);
    }

    [Theory]
    [InlineData("AppendLost", "a command was answered and is not in the journal|the journal has become shorter|is not in its journal|stays due although it was woken")]
    [InlineData("LetterTwice", "came 2 times")]
    [InlineData("WakeLost", "the index wakes")]
    [InlineData("IndexWrong", "the index says of")]
    [InlineData("EntryChanged", "seal does not fit")]
    [InlineData("TailCut", "a command was answered and is not in the journal|the journal has become shorter|a refused command changed something|stays due although it was woken")]
    [InlineData("QuorumSkipped", "was settled below its quorum")]
    [InlineData("CommandTwice", "a command given again was not known")]
    public async Task A_planted_hole_is_found(string hole, string law)
    {
        using var world = WorldWith(Enum.Parse<Hole>(hole));
        var found = await Record.ExceptionAsync(world.RunAsync);
        Assert.NotNull(found);
        Assert.True(
            found is LawBroken or JournalDamagedException && law.Split('|').Any(words => found.Message.Contains(words, StringComparison.Ordinal)),
            $"{hole} was found as: {found}");
        Counts.Tell($"Planted hole {hole}: found.");
    }

    // No other faults: what is found is the hole.
    private static World WorldWith(Hole hole) => new(Seed, Eras.All[Seed % Eras.All.Count], Reviews, oneFaultIn: 0, hole);
}
