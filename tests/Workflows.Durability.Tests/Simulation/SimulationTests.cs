using System.Diagnostics;
using Workflows.Durability.Tests.Support;
using Workflows.Process.Definitions;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>
/// Claim: whatever people do, in whatever order programs end and stores and mail fail, in two years of reviews no law is broken,
/// no answered command lost, no letter doubled and no review left stuck. WORKFLOWS_SIMULATED_REVIEWS says how many reviews, or
/// WORKFLOWS_SIMULATED_MINUTES how long, WORKFLOWS_SEED with which seed it begins; a seed that fails is in the message, and does the same again.
/// </summary>
public sealed class SimulationTests
{
    private const int ReviewsOfAWorld = 20;
    private const int FewReviews = 4;
    private const int WorldsToTell = 50;
    private const int OneFaultIn = 300;
    private static readonly int Reviews = Counts.Asked("WORKFLOWS_SIMULATED_REVIEWS", usual: 60, inLong: 10_000);
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(Counts.Asked("WORKFLOWS_SIMULATED_MINUTES", usual: 0));
    private static readonly int FirstSeed = Counts.Asked("WORKFLOWS_SEED", usual: 20260105);

    [Fact]
    public async Task Two_years_of_every_process_under_faults_break_no_law()
    {
        var total = new WorldReport();
        var began = Stopwatch.GetTimestamp();
        var seed = FirstSeed;
        for (; Lasts > TimeSpan.Zero ? Stopwatch.GetElapsedTime(began) < Lasts : total.Reviews < Reviews; seed++)
        {
            total.Add(await LiveAsync(seed));
            if ((seed - FirstSeed + 1) % WorldsToTell == 0)
            {
                Tell(total, seed, began);
            }
        }

        Tell(total, seed - 1, began);
        Assert.True(total.Faults > 0 && total.Restarts > 0 && total.CalendarChanges > 0 && total.Repeated > 0 && total.Ended > 0);
        if (seed - FirstSeed >= Eras.All.Count)
        {
            Assert.Equal(ProcessCatalogue.Shipped.Keys.Order(StringComparer.Ordinal), total.Processes);
        }
    }

    [Fact]
    public async Task A_seed_does_the_same_again()
    {
        var first = await LiveAsync(FirstSeed, FewReviews);
        Assert.Equal(first.Digest, (await LiveAsync(FirstSeed, FewReviews)).Digest);
        Assert.NotEqual(first.Digest, (await LiveAsync(FirstSeed + Eras.All.Count, FewReviews)).Digest);
    }

    private static void Tell(WorldReport total, int last, long began) =>
        Counts.Tell($"Simulation: {last - FirstSeed + 1} worlds of two years, seeds {FirstSeed} to {last}: {total.Reviews} reviews of "
            + $"{total.Processes.Count} versions of processes ({total.Ended} ended), {total.Commands} commands ({total.Refused} refused, "
            + $"{total.Repeated} repeated or contradicted), {total.Wakes} wakes, {total.Entries} entries, {total.Letters} letters, "
            + $"{total.Faults} faults, {total.Restarts} restarts, {total.CalendarChanges} calendar changes; 0 laws broken, 0 letters doubled, "
            + $"0 of {total.Acknowledged} answered commands lost; digest {total.Digest[..16]}. {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s.");

    private static async Task<WorldReport> LiveAsync(int seed, int reviews = ReviewsOfAWorld)
    {
        using var world = new World(seed, Eras.All[seed % Eras.All.Count], reviews, OneFaultIn);
        try
        {
            return await world.RunAsync();
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException(
                $"Seed {seed}, at {world.Clock.GetUtcNow():O}, after {world.Report.Commands} commands: {broken.Message}. "
                + $"Do it again with WORKFLOWS_SEED={seed} WORKFLOWS_SIMULATED_REVIEWS=1.", broken);
        }
    }
}
