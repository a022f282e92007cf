using Workflows.Durability.Tests.Support;
using Workflows.Durability.Tests.Trap;

namespace Workflows.Durability.Tests.Crash;

/// <summary>
/// Claim: wherever the program is killed in a whole case, before a durable write or after it, every command that was answered is
/// in the journal once, a command given again under its key is done once, every letter is sent once, and no review is stuck.
/// WORKFLOWS_KILL_EVERY=1 takes every kill point (a few are taken otherwise, beginning with WORKFLOWS_KILL_FROM), WORKFLOWS_KILL_WRITES=1 those within writes too.
/// </summary>
public sealed class CrashMatrixTests
{
    private static readonly int Every = Counts.Asked("WORKFLOWS_KILL_EVERY", usual: 19, inLong: 1);
    private static readonly int From = Counts.Asked("WORKFLOWS_KILL_FROM", usual: 0);
    private static readonly bool Writes = Counts.Asked("WORKFLOWS_KILL_WRITES", usual: 0, inLong: 1) > 0;

    [TrapFact]
    public async Task Killed_at_every_durable_write_of_a_whole_case_nothing_is_lost_doubled_or_stuck()
    {
        using var folder = new TemporaryFolder();
        await using var program = new TrappedProgram(folder.Of("case"), "--clock", "2026-04-07T09:00:00Z");
        await program.StartAsync();
        var matrix = new CrashMatrix(program, Every < 5 ? 24 : 4, Every, From, Writes ? WriteKinds.All : WriteKinds.Durable);
        await new CrashCase(program, matrix).RunAsync();

        await matrix.JudgeAsync();
        await program.StopAsync();
        var (code, output) = await program.VerbAsync("verify");
        Assert.True(code == 0, output);
        Assert.True(matrix.KillCount > 5, $"Only {matrix.KillCount} kills.");
        Counts.Tell($"Crash matrix: {matrix.KillCount} kills at {matrix.Places.Count} kill points of {matrix.Steps} steps; "
            + $"{matrix.Acknowledged} commands answered, 0 of them lost, 0 letters doubled, 0 reviews stuck.");
    }

    [TrapFact]
    public async Task Killed_at_every_durable_write_of_its_first_start_it_starts_the_next_time()
    {
        using var folder = new TemporaryFolder();
        var kills = 0;
        for (var (at, alive) = (1, false); !alive; at += Every < 5 ? 1 : 7)
        {
            foreach (var deed in new[] { Deed.KillBefore, Deed.KillAfter })
            {
                await using var program = new TrappedProgram(folder.Of($"{deed}-{at}"));
                program.Trap.Arm(deed, at);
                alive = await program.TryStartAsync();
                if (program.Trap.Fired == 0)
                {
                    break;
                }

                kills++;
                await program.StartAsync();
                await program.StopAsync();
                var (code, output) = await program.VerbAsync("verify");
                Assert.True(code == 0, output);
            }
        }

        Assert.True(kills >= 4, $"Only {kills} kills.");
        Counts.Tell($"First start: {kills} kills; it started each time after.");
    }
}
