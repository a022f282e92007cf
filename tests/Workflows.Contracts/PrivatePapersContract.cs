using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every store of private papers must do, alone and together with an append.</summary>
public abstract class PrivatePapersContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly byte[] s_large = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];
    private readonly ReviewId _review = ReviewId.New();

    private IPrivatePapers Papers => Place.Papers;

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(300_000)]
    public async Task A_paper_comes_back_also_after_a_restart(int size)
    {
        await Papers.PutAsync(_review, "list", s_large.AsMemory(0, size), s_go);

        await Place.ReopenAsync();

        Assert.Equal(s_large[..size], await Papers.FindAsync(_review, "list", s_go));
    }

    [Fact]
    public async Task A_paper_takes_the_place_of_the_one_before()
    {
        await Papers.PutAsync(_review, "list", s_large, s_go);
        await Papers.PutAsync(_review, "list", new byte[] { 7 }, s_go);

        Assert.Equal([7], await Papers.FindAsync(_review, "list", s_go));
        Assert.Equal(["list"], await Papers.NamesAsync(_review, s_go));
    }

    [Fact]
    public async Task A_paper_is_found_under_its_own_review_and_name_only()
    {
        await Papers.PutAsync(_review, "list", new byte[] { 1 }, s_go);

        Assert.Null(await Papers.FindAsync(_review, "key", s_go));
        Assert.Null(await Papers.FindAsync(ReviewId.New(), "list", s_go));
        Assert.Empty(await Papers.NamesAsync(ReviewId.New(), s_go));
    }

    [Fact]
    public async Task A_destroyed_paper_is_gone_and_the_others_stay()
    {
        await Papers.PutAsync(_review, "b-list", s_large, s_go);
        await Papers.PutAsync(_review, "a-key", new byte[] { 2 }, s_go);
        Assert.Equal(["a-key", "b-list"], await Papers.NamesAsync(_review, s_go));

        await Papers.DestroyAsync(_review, "b-list", s_go);
        await Papers.DestroyAsync(_review, "never-there", s_go);

        Assert.Null(await Papers.FindAsync(_review, "b-list", s_go));
        Assert.Equal(["a-key"], await Papers.NamesAsync(_review, s_go));
    }

    [Fact]
    public async Task All_papers_of_a_review_are_destroyed_at_once_and_may_come_anew()
    {
        var other = ReviewId.New();
        await Papers.PutAsync(other, "key", new byte[] { 3 }, s_go);
        await Papers.PutAsync(_review, "key", new byte[] { 1 }, s_go);
        await Papers.PutAsync(_review, "list", new byte[] { 2 }, s_go);

        await Papers.DestroyAllAsync(_review, s_go);
        await Papers.DestroyAllAsync(_review, s_go);

        Assert.Empty(await Papers.NamesAsync(_review, s_go));
        Assert.Equal([3], await Papers.FindAsync(other, "key", s_go));
        await Papers.PutAsync(_review, "key", new byte[] { 4 }, s_go);
        Assert.Equal([4], await Papers.FindAsync(_review, "key", s_go));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("../journals")]
    [InlineData("a-name-of-more-than-sixty-four-characters-which-is-a-little-too-long")]
    public async Task A_bad_name_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Papers.PutAsync(_review, name, new byte[] { 1 }, s_go));
        await Assert.ThrowsAsync<ArgumentException>(() => Papers.DestroyAsync(_review, name, s_go));
    }

    [Fact]
    public async Task A_paper_over_the_limit_is_refused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Papers.PutAsync(_review, "list", new byte[PrivatePaper.MaximumBytes + 1], s_go));

    [Fact]
    public async Task A_paper_that_comes_with_an_append_is_there_when_its_lines_are()
    {
        var paper = new PrivatePaper("key", new byte[] { 1, 2 });

        Assert.Equal(AppendOutcome.Appended, await Place.Journal.AppendAsync(Sample.Append(_review, 0) with { Paper = paper }, s_go));
        Assert.Equal(AppendOutcome.Appended, await Place.Journal.AppendAsync(Sample.Append(_review, 1) with { Paper = paper }, s_go));

        Assert.Equal([1, 2], await Papers.FindAsync(_review, "key", s_go));
    }

    [Fact]
    public async Task An_append_whose_paper_differs_from_the_one_there_is_stale()
    {
        await Papers.PutAsync(_review, "key", new byte[] { 1 }, s_go);

        var append = Sample.Append(_review, 0) with { Paper = new PrivatePaper("key", new byte[] { 2 }) };

        Assert.Equal(AppendOutcome.Stale, await Place.Journal.AppendAsync(append, s_go));
        Assert.Empty(await Place.Journal.ReadAsync(_review, 0, s_go));
        Assert.Equal([1], await Papers.FindAsync(_review, "key", s_go));
    }
}
