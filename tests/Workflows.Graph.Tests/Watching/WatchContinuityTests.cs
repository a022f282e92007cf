using Workflows.Graph.Tests.GraphServer;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Watching;

/// <summary>Claim: whatever happens to the watch between or in its rounds, every report is told once.</summary>
public sealed class WatchContinuityTests : WatchTest
{
    [Fact]
    public async Task Round_after_round_only_what_is_new_isTold()
    {
        Mailbox.AddReport(await SentAsync("letter-1"));
        await WatchAsync();
        await WatchAsync();
        Mailbox.AddReport(await SentAsync("letter-2"));
        await RestartAsync();
        await WatchAsync();

        Assert.Equal(["letter-1", "letter-2"], Told.Select(told => told.LetterKey));
    }

    [Fact]
    public async Task An_expired_link_means_reading_again_and_telling_nothing_twice()
    {
        Mailbox.AddReport(await SentAsync("letter-1"));
        await WatchAsync();
        Server.Answers.ExpireDeltaLinks();
        Mailbox.AddReport(await SentAsync("letter-2"));

        var round = await WatchAsync();

        Assert.Equal((1, null), (round.Reported, round.Trouble));
        Assert.Equal(["letter-1", "letter-2"], Told.Select(told => told.LetterKey));
    }

    [Fact]
    public async Task Many_reports_over_many_pages_are_eachTold_once_even_after_a_full_reading()
    {
        Server.Answers.MostOnPage = 7;
        var letter = await SentAsync("letter-1");
        for (var number = 0; number < 620; number++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            Mailbox.AddReport(letter);
        }

        var first = await WatchAsync();
        Server.Answers.ExpireDeltaLinks();
        var again = await WatchAsync();

        Assert.Equal((620, 0), (first.Reported, again.Reported));
        Assert.Equal(620, Told.Select(told => told.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(Call.Delta)]
    [InlineData(Call.ReadSource)]
    [InlineData(Call.FindSent)]
    public async Task A_fault_ends_the_round_with_its_reason_and_the_next_one_makes_up_for_it(Call call)
    {
        Mailbox.AddReport(await SentAsync("letter-1"), withOriginal: false);
        Server.Faults.Once(call, Fault.Throttled("90"));

        var failed = await WatchAsync();
        var round = await WatchAsync();

        Assert.Equal((0, TimeSpan.FromSeconds(90)), (failed.Reported, failed.RetryAfter));
        Assert.NotNull(failed.Trouble);
        Assert.Equal((1, null), (round.Reported, round.Trouble));
        Assert.Single(Told);
    }

    [Fact]
    public async Task A_report_that_could_not_be_journalled_comes_again_under_the_same_identifier()
    {
        Mailbox.AddReport(await SentAsync("letter-1"));
        NonDelivery? lost = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Watcher.WatchAsync(
            (told, _) =>
            {
                lost = told;
                throw new InvalidOperationException("The journal is out of reach.");
            },
            CancellationToken.None));

        await WatchAsync();

        Assert.Equal(lost, Assert.Single(Told));
    }

    [Fact]
    public async Task A_kept_link_to_somewhere_else_is_not_followed_with_our_token()
    {
        Mailbox.AddReport(await SentAsync("letter-1"));
        await using var elsewhere = await TestGraphServer.StartAsync(Clock);
        DeltaLinks.Text = $$"""{"link":"{{elsewhere.BaseUrl}}/users/{{TestGraphServer.Address}}/mailFolders/inbox/messages/delta?$deltatoken=x","floor":null,"seen":[]}""";

        await WatchAsync();

        Assert.Empty(elsewhere.Requests);
        Assert.Single(Told);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_bookmark_that_cannot_be_read_means_reading_from_the_beginning(string text)
    {
        Mailbox.AddReport(await SentAsync("letter-1"));
        DeltaLinks.Text = text;

        await WatchAsync();

        Assert.Single(Told);
    }
}
