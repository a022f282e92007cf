using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>Answers that never come: an append is recognised by what stands in the journal, and never done twice.</summary>
[Collection(AzuriteTests.Name)]
public sealed class LostAnswerTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly ReviewId _review = ReviewId.New();
    private readonly AzurePlace _place = azurite.NewPlace();

    public async Task InitializeAsync() => await _place.Journal.AppendAsync(Sample.Append(_review, 0, lines: 2), s_go);

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Theory]
    [InlineData(Fault.LostBefore)]
    [InlineData(Fault.CutAfter)]
    [InlineData(Fault.FailedAfter)]
    [InlineData(Fault.BusyBefore)]
    [InlineData(Fault.SilentAfter)]
    public async Task An_append_whose_answer_is_lost_stands_in_the_journal_once(Fault fault)
    {
        _place.Faults.Next(Faults.IsAppend, fault);

        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(Sample.Append(_review, 2, lines: 3), s_go));
        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(Sample.Append(_review, 5), s_go));

        await ExpectWritersAsync("a", "a", "a", "a", "a", "a");
    }

    [Theory]
    [InlineData(Fault.LostBefore)]
    [InlineData(Fault.CutAfter)]
    public async Task The_opening_of_a_review_whose_answer_is_lost_is_done_once(Fault fault)
    {
        var opened = Sample.Append(ReviewId.New(), 0, lines: 2);
        _place.Faults.Next(Faults.IsAppend, fault);

        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(opened, s_go));

        Assert.Equal(2, (await _place.Journal.ReadAsync(opened.Review, 0, s_go)).Count);
        Assert.Equal(AppendOutcome.Stale, await _place.Journal.AppendAsync(opened, s_go));
    }

    [Fact]
    public async Task An_append_that_was_lost_while_a_rival_won_is_stale()
    {
        await using var rival = _place.Another();
        _place.Faults.NextLostAfter(
            Faults.IsAppend, () => rival.Journal.AppendAsync(Sample.Append(_review, 2, 1, "rival"), s_go));

        Assert.Equal(AppendOutcome.Stale, await _place.Journal.AppendAsync(Sample.Append(_review, 2, 1, "loser"), s_go));

        await ExpectWritersAsync("a", "a", "rival");
    }

    [Fact]
    public async Task An_append_done_late_and_then_refused_as_a_repetition_is_recognised()
    {
        // The first call is lost on our side and looked for in vain; it arrives at storage only just before its repetition, which
        // is therefore refused (412), though what it meets there is our own.
        await using var network = _place.Another();
        var append = Sample.Append(_review, 2, lines: 2);
        _place.Faults.Next(Faults.IsAppend, Fault.LostBefore);
        _place.Faults.NextAfter(Faults.IsAppend, () => network.Journal.AppendAsync(append, s_go));

        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(append, s_go));

        await ExpectWritersAsync("a", "a", "a", "a");
    }

    [Fact]
    public async Task A_refusal_after_a_lost_call_is_stale_where_others_stand_there()
    {
        await using var rival = _place.Another();
        _place.Faults.Next(Faults.IsAppend, Fault.LostBefore);
        _place.Faults.NextAfter(
            Faults.IsAppend, () => rival.Journal.AppendAsync(Sample.Append(_review, 2, 1, "rival"), s_go));

        Assert.Equal(AppendOutcome.Stale, await _place.Journal.AppendAsync(Sample.Append(_review, 2, 2, "loser"), s_go));

        await ExpectWritersAsync("a", "a", "rival");
    }

    [Fact]
    public async Task Eight_writers_with_lost_answers_racing_for_one_position_have_one_winner()
    {
        for (var position = 2L; position < 22; position++)
        {
            var places = Enumerable.Range(0, 8).Select(_ => _place.Another()).ToArray();
            foreach (var (place, i) in places.Select((place, i) => (place, i)))
            {
                place.Faults.Next(Faults.IsAppend, (i % 3) switch { 0 => Fault.CutAfter, 1 => Fault.LostBefore, _ => Fault.FailedAfter });
            }

            var outcomes = await Task.WhenAll(places.Select(
                (place, i) => Task.Run(() => place.Journal.AppendAsync(Sample.Append(_review, position, 1, $"w{i}"), s_go))));

            Assert.Single(outcomes, outcome => outcome == AppendOutcome.Appended);
            var line = Sample.Texts(await _place.Journal.ReadAsync(_review, position, s_go)).Single();
            Assert.Contains($"\"w{Array.IndexOf(outcomes, AppendOutcome.Appended)}\"", line, StringComparison.Ordinal);
            foreach (var place in places)
            {
                await place.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task An_append_that_never_gets_through_says_so_writes_nothing_and_succeeds_later()
    {
        _place.Faults.Next(Faults.IsAppend, Fault.LostBefore, times: 5);
        var append = Sample.Append(_review, 2);

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => _place.Journal.AppendAsync(append, s_go));

        Assert.Contains("does not take the append", e.Message, StringComparison.Ordinal);
        await ExpectWritersAsync("a", "a");
        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(append, s_go));
    }

    private async Task ExpectWritersAsync(params string[] writers)
    {
        await using var fresh = _place.Another();
        var lines = Sample.Texts(await fresh.Journal.ReadAsync(_review, 0, s_go));
        Assert.Equal(writers.Length, lines.Count);
        Assert.All(lines.Zip(writers), pair => Assert.Contains($"\"{pair.Second}\"", pair.First, StringComparison.Ordinal));
    }
}
