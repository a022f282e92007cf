using System.Net;
using Workflows.Durability.Tests.Support;
using Workflows.Durability.Tests.Trap;

namespace Workflows.Durability.Tests.Crash;

/// <summary>
/// Claim: whatever the disk does (full, read-only, failing before or after it has written), a command that it did not take is refused and
/// changes nothing, what is there can still be read, and the same command is done, once, when the disk serves again. Each test asserts
/// that the fault was met.
/// </summary>
public sealed class DiskTests : IDisposable
{
    private const int InputOutputError = 5;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;

    private readonly TemporaryFolder _folder = new();
    private int _faults;

    public void Dispose() => _folder.Dispose();

    [TrapFact]
    public async Task A_disk_that_fails_loses_nothing_and_serves_again_afterwards()
    {
        await using var program = new TrappedProgram(_folder.Of("disk"), "--clock", "2026-04-07T09:00:00Z");
        await program.StartAsync();
        var review = await OpenAsync(program, "first");
        (Deed Deed, WriteKinds Kinds, int Error)[] faults =
        [
            (Deed.FailFromHere, WriteKinds.Write, NoSpace),
            (Deed.FailFromHere, WriteKinds.All, ReadOnly),
            (Deed.FailFromHere, WriteKinds.Sync, InputOutputError),
            (Deed.FailOnce, WriteKinds.Write, NoSpace),
            (Deed.FailOnce, WriteKinds.Sync, InputOutputError),
            (Deed.FailOnceAfter, WriteKinds.Sync, InputOutputError),
            (Deed.FailOnceAfter, WriteKinds.Write, InputOutputError),
        ];
        foreach (var (fault, number) in faults.Select((each, at) => (each, at)))
        {
            await MeetAsync(program, review, fault, number);
        }

        await program.StopAsync();
        var (code, output) = await program.VerbAsync("verify");
        Assert.True(code == 0, output);
        Counts.Tell($"Disk: {_faults} faults of {faults.Length} kinds met (full, read-only, failing before and after it wrote); 0 answered commands lost.");
    }

    private async Task MeetAsync(TrappedProgram program, string review, (Deed Deed, WriteKinds Kinds, int Error) fault, int number)
    {
        var before = program.Trap.Fired;
        var command = Deedable.Post(
            "correct", "business-manager", $"/api/reviews/{review}/facts/awareOn/correction",
            new { value = $"2026-03-{10 + number}", reason = "A slip." });
        program.Trap.Arm(fault.Deed, 1, fault.Kinds, fault.Error);
        var answer = await program.Cast.TryAsync(command, $"fault-{number}");
        var there = await CorrectionsAsync(program, review);
        program.Trap.Disarm();

        Assert.True(program.Trap.Fired > before, $"{fault} was not met.");
        _faults += (int)(program.Trap.Fired - before);
        Assert.NotNull(answer);
        if (answer.Value.Status != HttpStatusCode.OK)
        {
            // What failed after it was done may be there or not: nobody was told that it was.
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Value.Status);
            Assert.True(there == number || fault.Deed == Deed.FailOnceAfter, $"{fault}: refused, and there all the same.");
        }

        Assert.Equal(HttpStatusCode.OK, (await program.Cast.TryAsync(command, $"fault-{number}"))!.Value.Status);
        Assert.Equal(HttpStatusCode.OK, (await program.Cast.TryAsync(command, $"fault-{number}"))!.Value.Status);
        Assert.Equal(number + 1, await CorrectionsAsync(program, review));
    }

    private static async Task<int> CorrectionsAsync(TrappedProgram program, string review) =>
        (await program.Cast.TextAsync($"/api/reviews/{review}/journal")).Split("\"type\":\"factCorrected\"").Length - 1;

    private static async Task<string> OpenAsync(TrappedProgram program, string key)
    {
        var opening = Deedable.Post("open", "business-manager", "/api/reviews", new
        {
            process = "lcspr",
            partnership = "fernshire",
            reference = "DISK-1",
            facts = new { awareOn = "2026-04-07", harm = "harmed", agencies = "Health visiting" },
        });
        return (await program.Cast.TryAsync(opening, key))!.Value.Body.GetProperty("id").GetString()!;
    }
}
