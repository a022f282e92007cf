using System.Text;
using Workflows.AzureStorage.Journal;
using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>Long journals: an append blob takes so many appends and no more, and the journal goes on in the next.</summary>
[Collection(AzuriteTests.Name)]
public sealed class SegmentTests(Azurite azurite) : IAsyncLifetime
{
    private const int Blocks = 3;

    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly ReviewId _review = ReviewId.New();
    private readonly AzurePlace _place = azurite.NewPlace(Blocks);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task A_long_journal_is_one_journal_over_several_blobs()
    {
        for (var position = 0L; position < 20; position += 2)
        {
            Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(Sample.Append(_review, position, 2), s_go));
        }

        var names = new List<string>();
        await foreach (var blob in _place.Clients.Journals.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        Assert.Equal([1, 2, 3, 4], names.Select(name => JournalNames.TryParse(name, out _, out var segment) ? segment : 0));
        await using var other = _place.Another();
        Assert.Equal(
            Enumerable.Range(1, 20).Select(sequence => (long)sequence),
            (await other.Journal.ReadAsync(_review, 0, s_go)).Select(line => line.Sequence));
        Assert.Equal(
            Sample.Texts([Sample.Line(_review, 19), Sample.Line(_review, 20)]),
            Sample.Texts(await other.Journal.ReadAsync(_review, 18, s_go)));
        Assert.Single(await other.Journal.ListAsync(s_go).ToListAsync());
    }

    [Fact]
    public async Task Writers_racing_where_a_blob_is_full_have_one_winner()
    {
        for (var position = 0L; position < 12; position++)
        {
            var places = Enumerable.Range(0, 8).Select(_ => _place.Another()).ToArray();

            var outcomes = await Task.WhenAll(places.Select(
                (place, i) => Task.Run(() => place.Journal.AppendAsync(Sample.Append(_review, position, 1, $"w{i}"), s_go))));

            Assert.Single(outcomes, outcome => outcome == AppendOutcome.Appended);
        }

        Assert.Equal(12, (await _place.Journal.ReadAsync(_review, 0, s_go)).Count);
    }

    [Fact]
    public async Task A_host_that_knew_the_journal_before_it_went_on_elsewhere_reads_on_and_appends()
    {
        await using var other = _place.Another();
        await _place.Journal.AppendAsync(Sample.Append(_review, 0), s_go);
        for (var position = 1L; position < 8; position++)
        {
            await other.Journal.AppendAsync(Sample.Append(_review, position), s_go);
        }

        Assert.Equal(AppendOutcome.Stale, await _place.Journal.AppendAsync(Sample.Append(_review, 1, 1, "late"), s_go));
        Assert.Equal(7, (await _place.Journal.ReadAsync(_review, 1, s_go)).Count);
        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(Sample.Append(_review, 8), s_go));
    }

    [Fact]
    public async Task A_journal_of_five_thousand_lines_of_a_kilobyte_comes_back_whole()
    {
        await using var place = azurite.NewPlace();
        for (var position = 0L; position < 5000; position += 500)
        {
            var lines = Enumerable.Range(1, 500)
                .Select(i => new JournalLine(position + i, Encoding.UTF8.GetBytes($"{position + i}".PadRight(1024, '.'))))
                .ToArray();
            var append = Sample.Append(_review, position) with { Lines = lines, Summary = Sample.Summary(_review, position + 500) };
            Assert.Equal(AppendOutcome.Appended, await place.Journal.AppendAsync(append, s_go));
        }

        await place.ReopenAsync();

        var read = await place.Journal.ReadAsync(_review, 0, s_go);
        Assert.Equal(5000, read.Count);
        Assert.All(read, line => Assert.StartsWith($"{line.Sequence}.", Encoding.UTF8.GetString(line.Utf8.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_opening_that_broke_off_before_its_first_line_is_no_journal_and_can_be_done_again()
    {
        _place.Faults.Next(Faults.IsAppend, Fault.LostBefore, times: 5);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _place.Journal.AppendAsync(Sample.Append(_review, 0), s_go));

        Assert.Empty(await _place.Journal.ListAsync(s_go).ToListAsync());
        Assert.Empty(await _place.Journal.ReadAsync(_review, 0, s_go));
        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(Sample.Append(_review, 0), s_go));
    }
}
