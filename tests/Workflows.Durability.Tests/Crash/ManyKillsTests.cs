using Workflows.Durability.Tests.Support;
using Workflows.Durability.Tests.Trap;

namespace Workflows.Durability.Tests.Crash;

/// <summary>
/// Claim: the use cases over one folder, killed again and again at their durable writes, before, within and after them, lose no answered
/// command, do none twice, send every letter once, and leave nothing stuck. Without HTTP they start in a moment, so that thousands of kills
/// are possible: WORKFLOWS_KILLS says how many.
/// </summary>
public sealed class ManyKillsTests : IDisposable
{
    private const int BetweenJudgements = 50;
    private const int MostWrites = 150;
    private static readonly int Kills = Counts.Asked("WORKFLOWS_KILLS", usual: 12, inLong: 1000);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TrapFact]
    public async Task Killed_again_and_again_at_its_durable_writes_it_loses_nothing()
    {
        // A folder of its own from one judgement to the next: what is open would otherwise grow and grow.
        using var trap = new TrapControl(_folder.Of("trap"), _folder.Of("data"));
        var (data, acknowledged) = Begin(0);
        Deed[] deeds = [Deed.KillBefore, Deed.KillWithin, Deed.KillAfter];
        var (rounds, answered) = (0, 0);
        for (var kill = 0; kill < Kills;)
        {
            trap.Arm(deeds[rounds % deeds.Length], 1 + (rounds * 41 % MostWrites), WriteKinds.All);
            var before = trap.Fired;
            var code = await CrashProcess.RunAsync(trap, data, acknowledged, [$"{rounds++}"]);
            if (trap.Fired > before)
            {
                kill++;
            }
            else
            {
                Assert.Equal(0, code);
            }

            if (rounds % BetweenJudgements == 0 || kill == Kills)
            {
                trap.Disarm();
                Assert.Equal(0, await CrashProcess.RunAsync(trap, data, acknowledged, ["judge"]));
                answered += (await File.ReadAllLinesAsync(acknowledged)).Distinct().Count();
                (data, acknowledged) = Begin(rounds);
            }
        }

        Counts.Tell($"Many kills: {Kills} kills in {rounds} rounds; {answered} commands answered, "
            + "0 of them lost, 0 done twice, 0 letters doubled, 0 reviews stuck.");
    }

    private (string Data, string Acknowledged) Begin(int number)
    {
        var acknowledged = _folder.Of($"acknowledged-{number}");
        File.WriteAllText(acknowledged, string.Empty);
        return (Path.Combine(_folder.Of("data"), $"{number}"), acknowledged);
    }
}
