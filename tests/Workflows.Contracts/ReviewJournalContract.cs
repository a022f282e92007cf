using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every journal must do.</summary>
public abstract class ReviewJournalContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private IReviewJournal Journal => Place.Journal;

    [Fact]
    public async Task A_review_without_a_journal_has_no_lines() =>
        Assert.Empty(await Journal.ReadAsync(ReviewId.New(), 0, s_go));

    [Fact]
    public async Task Appended_lines_come_back_byte_for_byte_and_in_order()
    {
        var review = ReviewId.New();
        var first = Sample.Append(review, 0, lines: 3);
        var second = Sample.Append(review, 3, lines: 2);

        Assert.Equal(AppendOutcome.Appended, await Journal.AppendAsync(first, s_go));
        Assert.Equal(AppendOutcome.Appended, await Journal.AppendAsync(second, s_go));

        var read = await Journal.ReadAsync(review, 0, s_go);
        Assert.Equal(Sample.Texts([.. first.Lines, .. second.Lines]), Sample.Texts(read));
    }

    [Fact]
    public async Task Reading_after_a_position_gives_only_what_follows()
    {
        var review = ReviewId.New();
        var append = Sample.Append(review, 0, lines: 5);
        await Journal.AppendAsync(append, s_go);

        Assert.Equal(Sample.Texts(append.Lines.Skip(3)), Sample.Texts(await Journal.ReadAsync(review, 3, s_go)));
        Assert.Empty(await Journal.ReadAsync(review, 5, s_go));
        Assert.Empty(await Journal.ReadAsync(review, 900, s_go));
    }

    [Fact]
    public async Task A_line_of_the_greatest_size_is_kept()
    {
        var review = ReviewId.New();
        var bytes = new byte[JournalLine.MaximumBytes];
        Array.Fill(bytes, (byte)'x');
        var append = Sample.Append(review, 0) with { Lines = [new JournalLine(1, bytes)] };

        Assert.Equal(AppendOutcome.Appended, await Journal.AppendAsync(append, s_go));

        var line = Assert.Single(await Journal.ReadAsync(review, 0, s_go));
        Assert.True(line.Utf8.Span.SequenceEqual(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(70)]
    public async Task An_append_decided_on_another_position_is_stale_and_changes_nothing(long expected)
    {
        var review = ReviewId.New();
        var kept = Sample.Append(review, 0, lines: 2);
        await Journal.AppendAsync(kept, s_go);

        Assert.Equal(AppendOutcome.Stale, await Journal.AppendAsync(Sample.Append(review, expected, 2, "b"), s_go));

        Assert.Equal(Sample.Texts(kept.Lines), Sample.Texts(await Journal.ReadAsync(review, 0, s_go)));
        Sample.Same(kept.Summary, await Place.Index.FindAsync(review, s_go));
    }

    [Fact]
    public async Task A_first_append_that_expects_a_journal_is_stale_and_begins_none()
    {
        var review = ReviewId.New();

        Assert.Equal(AppendOutcome.Stale, await Journal.AppendAsync(Sample.Append(review, 4), s_go));

        Assert.Empty(await Journal.ReadAsync(review, 0, s_go));
        Assert.Null(await Place.Index.FindAsync(review, s_go));
    }

    [Fact]
    public async Task The_index_has_the_summary_when_the_append_is_answered()
    {
        var full = Sample.FullSummary();
        var append = Sample.Append(full.Id, 0, (int)full.Position) with { Summary = full };

        await Journal.AppendAsync(append, s_go);

        Sample.Same(full, await Place.Index.FindAsync(full.Id, s_go));
    }

    [Fact]
    public async Task Of_eight_writers_racing_for_one_position_exactly_one_wins_and_its_lines_stand_whole()
    {
        var review = ReviewId.New();
        for (var position = 0L; position < 60; position += 3)
        {
            var rivals = Enumerable.Range(0, 8).Select(i => Sample.Append(review, position, 3, $"w{i}")).ToArray();

            var outcomes = await Task.WhenAll(rivals.Select(rival => Task.Run(() => Journal.AppendAsync(rival, s_go))));

            var winner = Assert.Single(rivals.Zip(outcomes), pair => pair.Second == AppendOutcome.Appended).First;
            Assert.Equal(
                Sample.Texts(winner.Lines), Sample.Texts(await Journal.ReadAsync(review, position, s_go)));
            Sample.Same(winner.Summary, await Place.Index.FindAsync(review, s_go));
        }
    }

    [Fact]
    public async Task Hundreds_of_parallel_appends_to_different_reviews_all_land()
    {
        var appends = Enumerable.Range(0, 300).Select(i => Sample.Append(ReviewId.New(), 0, 1 + (i % 3))).ToArray();

        var outcomes = await Task.WhenAll(appends.Select(append => Journal.AppendAsync(append, s_go)));

        Assert.All(outcomes, outcome => Assert.Equal(AppendOutcome.Appended, outcome));
        foreach (var append in appends)
        {
            Assert.Equal(
                Sample.Texts(append.Lines), Sample.Texts(await Journal.ReadAsync(append.Review, 0, s_go)));
        }
    }

    [Fact]
    public async Task Every_review_with_a_journal_is_listed_once()
    {
        var reviews = Enumerable.Range(0, 25).Select(_ => ReviewId.New()).ToArray();
        foreach (var review in reviews)
        {
            await Journal.AppendAsync(Sample.Append(review, 0, lines: 2), s_go);
            await Journal.AppendAsync(Sample.Append(review, 2), s_go);
        }

        var listed = new List<string>();
        await foreach (var review in Journal.ListAsync(s_go))
        {
            listed.Add(review.Value);
        }

        Assert.Equal(
            reviews.Select(review => review.Value).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_appended_is_there_after_a_restart_and_is_appended_to()
    {
        var review = ReviewId.New();
        await Journal.AppendAsync(Sample.Append(review, 0, lines: 2), s_go);

        await Place.ReopenAsync();

        Assert.Equal(AppendOutcome.Stale, await Journal.AppendAsync(Sample.Append(review, 1), s_go));
        Assert.Equal(AppendOutcome.Appended, await Journal.AppendAsync(Sample.Append(review, 2), s_go));
        Assert.Equal([1, 2, 3], (await Journal.ReadAsync(review, 0, s_go)).Select(line => line.Sequence));
    }

    public static TheoryData<string> Faults =>
        ["no lines", "a gap", "a wrong start", "a line too large", "an empty line", "a line break", "another's summary", "a wrong position"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_malformed_append_is_refused_and_writes_nothing(string fault)
    {
        var review = ReviewId.New();
        var good = Sample.Append(review, 0, lines: 2);
        var bad = fault switch
        {
            "no lines" => good with { Lines = [] },
            "a gap" => good with { Lines = [Sample.Line(review, 1), Sample.Line(review, 3)] },
            "a wrong start" => good with { Lines = [Sample.Line(review, 2), Sample.Line(review, 3)] },
            "a line too large" => good with { Lines = [good.Lines[0], new(2, new byte[JournalLine.MaximumBytes + 1])] },
            "an empty line" => good with { Lines = [good.Lines[0], new(2, default)] },
            "a line break" => good with { Lines = [good.Lines[0], new(2, "{\n}"u8.ToArray())] },
            "another's summary" => good with { Summary = Sample.Summary(position: 2) },
            _ => good with { Summary = good.Summary with { Position = 9 } },
        };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.AppendAsync(bad, s_go));

        Assert.Empty(await Journal.ReadAsync(review, 0, s_go));
        Assert.Null(await Place.Index.FindAsync(review, s_go));
    }

    [Fact]
    public async Task An_append_given_up_before_it_began_writes_nothing()
    {
        var review = ReviewId.New();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Journal.AppendAsync(Sample.Append(review, 0), new CancellationToken(canceled: true)));

        Assert.Empty(await Journal.ReadAsync(review, 0, s_go));
    }
}
