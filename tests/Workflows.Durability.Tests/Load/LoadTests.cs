using Workflows.Durability.Tests.Crash;
using Workflows.Durability.Tests.Simulation;
using Workflows.Durability.Tests.Support;

namespace Workflows.Durability.Tests.Load;

/// <summary>
/// Claim: at ten times the traffic of the whole country, a year of it pressed into minutes, beside a backup, a proclaimed day and two restarts,
/// one of them by force, nothing that was answered is lost. WORKFLOWS_LOAD_SECONDS=600 is the whole of it; a few seconds are tried otherwise,
/// at the same pace.
/// </summary>
public sealed class LoadTests
{
    private const double NationalYear = 460;
    private const double Times = 10;
    private const double WholeSeconds = 600;
    private static readonly int Seconds = Counts.Asked("WORKFLOWS_LOAD_SECONDS", usual: 8, inLong: 600);

    [Fact]
    public async Task Ten_times_a_national_year_beside_a_backup_a_proclaimed_day_and_two_restarts_loses_nothing()
    {
        using var folder = new TemporaryFolder();
        var calendars = new Calendars(folder.Path);
        await using var program = new TrappedProgram(folder.Of("load"), "--clock", "2026-04-07T09:00:00Z", "--calendar", calendars.File);
        await program.StartAsync();
        var traffic = new Traffic(program.Cast, TimeSpan.FromSeconds(Seconds), NationalYear * Times / WholeSeconds);
        var people = traffic.RunAsync();
        var years = YearsAsync(program.Cast, traffic);

        await PauseAsync(0.2);
        await using (var backup = LocalProgram.Run("backup", "--data", program.Data, "--to", folder.Of("backup")))
        {
            Assert.Equal(0, await backup.EndAsync());
        }

        await PauseAsync(0.15);
        await program.StopAsync();
        await program.StartAsync();
        calendars.Proclaim(new DateOnly(2026, 6, 10));
        await PauseAsync(0.3);
        await program.KillAsync();
        await program.StartAsync();
        await Task.WhenAll(people, years);

        await JudgeAsync(program, traffic);
        Counts.Tell($"Load: {Seconds} s at ten times a national year's pace: {traffic.Opened} of {traffic.Planned} reviews opened; commands {traffic.Commands}; "
            + $"reads {traffic.Reads}; beside a backup, a proclaimed day and two restarts ({traffic.Unanswered} commands given again); 0 answered commands lost, 0 letters doubled.");
    }

    // A day for every day of the year.
    private static async Task YearsAsync(Cast cast, Traffic traffic)
    {
        for (var day = 0; !traffic.IsOver; day++)
        {
            await cast.TryAsync(Deedable.Post("time", "business-manager", "/demo/clock", new { by = "P1D" }), $"day-{day}");
            await Task.Delay(TimeSpan.FromSeconds(WholeSeconds / 365));
        }
    }

    private static Task PauseAsync(double share) => Task.Delay(TimeSpan.FromSeconds(Seconds * share));

    private static async Task JudgeAsync(TrappedProgram program, Traffic traffic)
    {
        Assert.NotEmpty(traffic.Acknowledged);
        foreach (var (review, keys) in traffic.Acknowledged)
        {
            var journal = await program.Cast.TextAsync($"/api/reviews/{review}/journal");
            Assert.All(keys, key => Assert.Single(CrashMatrix.Occurrences(journal, key)));
        }

        var letters = (await program.Cast.GetAsync("/demo/outbox")).EnumerateArray()
            .GroupBy(letter => (letter.GetProperty("review").GetString(), letter.GetProperty("to")[0].GetString(),
                letter.GetProperty("kind").GetString(), letter.GetProperty("subject").GetString()))
            .Where(group => group.Key.Item3 == "delay-notice" && group.Count() > 1);
        Assert.Empty(letters);
        await program.StopAsync();
        var (code, output) = await program.VerbAsync("verify");
        Assert.True(code == 0, output);
    }
}
