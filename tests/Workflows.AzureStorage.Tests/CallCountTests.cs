using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>What storage costs: every call is paid for, so the calls of each thing done are stated here.</summary>
[Collection(AzuriteTests.Name)]
public sealed class CallCountTests(Azurite azurite) : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly ReviewId _review = ReviewId.New();
    private readonly AzurePlace _place = azurite.NewPlace();
    private readonly CallCounter _calls = new();

    public async Task InitializeAsync()
    {
        await _place.Journal.AppendAsync(Next(0, Sample.Start.AddDays(1)), s_go);
        _calls.Take();
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    public void Dispose() => _calls.Dispose();

    [Fact]
    public async Task An_opening_costs_six()
    {
        var opened = Sample.Append(ReviewId.New(), 0);
        await _place.Journal.AppendAsync(opened with { Summary = opened.Summary with { NextWakeAt = Sample.Start } }, s_go);

        Assert.Equal(
            ["PutBlob index", "PutBlob journals", "AppendBlock journals", "GetBlob index", "PutBlob index", "PutBlob index"],
            _calls.Take());
    }

    [Fact]
    public async Task A_command_that_leaves_the_next_wake_costs_three_with_its_reading()
    {
        await _place.Journal.ReadAsync(_review, 0, s_go);
        await _place.Journal.AppendAsync(Next(1, Sample.Start.AddDays(1)), s_go);

        Assert.Equal(["GetBlob journals", "AppendBlock journals", "PutBlob index"], _calls.Take());
    }

    [Fact]
    public async Task A_command_that_moves_the_next_wake_costs_five()
    {
        await _place.Journal.ReadAsync(_review, 0, s_go);
        await _place.Journal.AppendAsync(Next(1, Sample.Start.AddDays(2)), s_go);

        Assert.Equal(
            ["GetBlob journals", "PutBlob index", "AppendBlock journals", "PutBlob index", "DeleteBlob index"], _calls.Take());
    }

    [Fact]
    public async Task A_command_on_a_host_that_has_just_started_costs_two_more()
    {
        await using var fresh = _place.Another();
        await fresh.Clients.ReadyAsync(s_go);
        _calls.Take();

        await fresh.Journal.ReadAsync(_review, 0, s_go);
        await fresh.Journal.AppendAsync(Next(1, Sample.Start.AddDays(2)), s_go);

        Assert.Equal(7, _calls.Take().Length);
    }

    [Fact]
    public async Task A_wake_costs_a_listing_a_look_at_each_row_and_the_command()
    {
        var due = await _place.Index.DueAsync(Sample.Start.AddDays(1), 100, s_go);
        Assert.Equal(["ListBlobs index", "GetBlob index"], _calls.Take());

        await _place.Journal.ReadAsync(due.Single().Review, 0, s_go);
        await _place.Journal.AppendAsync(Next(1, Sample.Start.AddDays(2)), s_go);
        Assert.Equal(5, _calls.Take().Length);
    }

    [Fact]
    public async Task Looking_for_what_is_due_costs_one_however_many_reviews_wait()
    {
        for (var i = 0; i < 30; i++)
        {
            await _place.Index.PutAsync(Sample.Summary() with { NextWakeAt = Sample.Start.AddDays(2 + i) }, s_go);
        }

        _calls.Take();
        Assert.Empty(await _place.Index.DueAsync(Sample.Start, 1000, s_go));

        Assert.Equal(["ListBlobs index"], _calls.Take());
    }

    [Fact]
    public async Task Noticing_that_the_index_is_in_step_costs_two_for_up_to_five_thousand_reviews()
    {
        for (var i = 0; i < 30; i++)
        {
            await _place.Journal.AppendAsync(Sample.Append(ReviewId.New(), 0), s_go);
        }

        _calls.Take();
        await _place.Rebuild.RunAsync((_, _) => throw new InvalidOperationException("Nothing is behind."), everything: false, s_go);

        Assert.Equal(["ListBlobs index", "ListBlobs journals"], _calls.Take());
    }

    [Fact]
    public async Task A_page_of_a_partnership_costs_one_and_of_three_partnerships_four()
    {
        await _place.Index.PutAsync(Sample.Summary() with { Partnership = "northshire" }, s_go);
        await _place.Index.PutAsync(Sample.Summary() with { Partnership = "southshire" }, s_go);
        _calls.Take();

        await _place.Index.ListAsync(new ReviewQuery { Partnerships = ["northshire"], State = "open" }, s_go);
        Assert.Equal(["ListBlobs index"], _calls.Take());

        await _place.Index.ListAsync(new ReviewQuery(), s_go);
        Assert.Equal(4, _calls.Take().Length);
    }

    [Fact]
    public async Task A_small_document_costs_one_and_repetitions_are_counted()
    {
        _place.Faults.Next(request => request.Method == HttpMethod.Put, Fault.BusyBefore);
        await _place.Documents.StoreAsync(_review, new OneWayStream([1, 2, 3]), s_go);

        Assert.Equal(["PutBlob documents", "PutBlob documents"], _calls.Take());
    }

    [Fact]
    public async Task A_large_document_costs_one_for_every_four_megabytes_and_five_more()
    {
        await _place.Documents.StoreAsync(_review, new ZeroStream(9 * 1024 * 1024), s_go);

        Assert.Equal(3 + 5, _calls.Take().Length);
    }

    private JournalAppend Next(long position, DateTimeOffset wake)
    {
        var append = Sample.Append(_review, position);
        return append with { Summary = append.Summary with { NextWakeAt = wake } };
    }
}
