namespace Workflows.AzureStorage.Tests;

/// <summary>
/// Claim: whichever call to storage is refused, lost, slow, cut, or fails after it was done, in a whole case with its wakes and letters: a
/// command that was answered is in the journal, one given again under its key is there once, every letter is sent once, nothing is stuck,
/// and the index says what the journals do. WORKFLOWS_FAULT_EVERY=1 takes every call (some are taken otherwise).
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class FaultMatrixTests(Azurite azurite)
{
    private static readonly int Every = int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWS_FAULT_EVERY"), out var every) ? every : 7;

    [Fact]
    public async Task Whichever_call_meets_a_fault_nothing_is_lost_doubled_or_stuck()
    {
        var calls = await RunAsync(first: int.MaxValue, count: 0, Fault.LostBefore);
        var faults = Enum.GetValues<Fault>();
        var (runs, met) = (0, 0);
        for (var (first, turn) = (1, 0); first <= calls; first += Every, turn++)
        {
            // One call only, which the client may repeat; or so many that it gives up.
            var count = turn % 2 == 0 ? 1 : 12;
            var run = new FaultCase(azurite.ConnectionString, new NthCallFault(first, count, faults[turn % faults.Length]));
            await run.RunAsync();
            Assert.True(run.Faults.Met > 0, $"The fault at call {first} was not met.");
            met += run.Faults.Met;
            runs++;
        }

        Assert.True(runs > 5, $"Only {runs} runs.");
        if (Environment.GetEnvironmentVariable("WORKFLOWS_COUNTS") is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(
                file, $"Storage faults: {runs} cases of {calls} calls with {met} faults of {faults.Length} kinds met; 0 answered commands lost, 0 letters doubled, 0 reviews stuck.\n");
        }
    }

    private async Task<int> RunAsync(int first, int count, Fault fault)
    {
        var run = new FaultCase(azurite.ConnectionString, new NthCallFault(first, count, fault));
        await run.RunAsync();
        return run.Faults.Calls;
    }
}
