using System.Net;
using Workflows.Local.Tests.Support;
using Workflows.Local.Tests.Verbs;

namespace Workflows.Local.Tests.Serving;

/// <summary>
/// Claim: damage to one review is found and named, and the others go on; an index that says other things than the journals is written again
/// from them; a clock that was set back or forward while the program was down puts no entry before another.
/// </summary>
public sealed class DamageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private string Damaged => served.Reviews[1];

    [Fact]
    public async Task A_damaged_journal_stops_its_own_review_and_no_other()
    {
        var copy = served.Copy();
        SpoiledFolder.Spoil(
            copy, $"UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), 'fernshire', 'gernshire') AS BLOB) WHERE review = {SpoiledFolder.NumberOf(Damaged)} AND sequence = 1");
        var (program, client) = await LocalProgram.ServeAsync(copy);
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");

        using var answer = await client.Http.GetAsync($"/api/reviews/{Damaged}");
        await client.PostAsync("/demo/clock", new { by = "P20D" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("review-is-sound", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var now = await client.NowAsync();
        foreach (var review in served.Reviews.Where(each => each != Damaged))
        {
            Assert.True((await client.GetAsync($"/api/reviews/{review}")).GetProperty("nextWakeAt").GetDateTimeOffset() > now);
        }

        Assert.DoesNotContain(await client.LettersAsync(), letter => letter.Review == Damaged && letter.SentAt > now.AddDays(-19));
        await program.StopAsync();
        Assert.Contains($"The journal of review {Damaged} is damaged at entry 1", (await Verb.RunAsync("verify", copy)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE review SET next_wake = NULL WHERE id = x'{0}'", "would wake review {0} late")]
    [InlineData("UPDATE review SET stage = 'nowhere', position = 999 WHERE id = x'{0}'", "The index has review {0} at position 999")]
    [InlineData("UPDATE summary SET json = replace(json, 'fernshire', 'elsewhere') WHERE review = (SELECT number FROM review WHERE id = x'{0}')", "says other things of review {0}")]
    public async Task An_index_that_is_wrong_is_named_and_written_again_from_the_journal(string spoil, string problem)
    {
        var copy = served.Copy();
        SpoiledFolder.Spoil(copy, spoil.Replace("{0}", Damaged, StringComparison.Ordinal));

        var mending = await Verb.RunAsync("verify", copy, "--mend");

        Assert.Equal(1, mending.Code);
        Assert.Contains(problem.Replace("{0}", Damaged, StringComparison.Ordinal), mending.Output, StringComparison.Ordinal);
        Assert.Contains($"The index of review {Damaged} was written again from its journal.", mending.Output, StringComparison.Ordinal);
        var after = await Verb.RunAsync("verify", copy);
        Assert.True(after.Code == 0, after.Output);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00.0000000+00:00")]
    [InlineData("2039-01-01T00:00:00.0000000+00:00")]
    public async Task A_clock_that_was_set_while_the_program_was_down_leaves_every_journal_in_order(string stoodAt)
    {
        var copy = served.Copy();
        SpoiledFolder.Spoil(copy, $"UPDATE note SET value = '00:00:00 {stoodAt}' WHERE name = 'clock'");
        var (program, client) = await LocalProgram.ServeAsync(copy);
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");

        await client.PostAsync("/demo/clock", new { by = "P1D" });

        Assert.True(await client.NowAsync() >= DateTimeOffset.Parse(stoodAt).AddDays(1));
        var doubled = (await client.LettersAsync()).GroupBy(letter => (letter.Review, letter.To, letter.Kind, letter.Subject))
            .Where(group => group.Count() > 1);
        Assert.Empty(doubled);
        foreach (var review in served.Reviews)
        {
            var instants = (await client.Http.GetStringAsync($"/api/reviews/{review}/journal")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("at").GetDateTimeOffset()).ToArray();
            Assert.Equal(instants.Order(), instants);
        }

        await program.StopAsync();
        var verified = await Verb.RunAsync("verify", copy);
        Assert.True(verified.Code == 0, verified.Output);
    }
}
