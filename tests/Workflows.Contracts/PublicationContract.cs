using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every index must do with what is or was public.</summary>
public abstract class PublicationContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private IReviewIndex Index => Place.Index;

    [Fact]
    public async Task A_publication_is_found_by_its_public_identifier()
    {
        var review = ReviewId.New();
        var publication = Sample.Publication(review);
        await Index.PutAsync(Sample.Summary(review) with { Publications = [publication] }, s_go);

        Assert.Equal(publication, await Index.FindPublicationAsync(publication.Id, s_go));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData(Sample.Hostile)]
    public async Task An_unknown_identifier_finds_no_publication(string id)
    {
        await Index.PutAsync(Sample.FullSummary(), s_go);

        Assert.Null(await Index.FindPublicationAsync(id, s_go));
    }

    [Fact]
    public async Task The_newest_publication_comes_first_and_a_withdrawn_one_stays()
    {
        var review = ReviewId.New();
        var old = Sample.Publication(review, new DateOnly(2026, 3, 1)) with { WithdrawnOn = new DateOnly(2027, 3, 1) };
        var recent = Sample.Publication(review, new DateOnly(2026, 5, 1));
        var middle = Sample.Publication(review, new DateOnly(2026, 4, 1));
        await Index.PutAsync(Sample.Summary(review) with { Publications = [old, recent] }, s_go);
        await Index.PutAsync(Sample.Summary() with { Publications = [middle] }, s_go);

        Assert.Equal([recent, middle, old], (await Index.PublicationsAsync(null, s_go)).Items);
    }

    [Fact]
    public async Task A_publication_changes_with_its_review_and_is_not_doubled()
    {
        var review = ReviewId.New();
        var publication = Sample.Publication(review);
        await Index.PutAsync(Sample.Summary(review) with { Publications = [publication] }, s_go);

        var withdrawn = publication with { WithdrawnOn = new DateOnly(2027, 5, 1) };
        await Index.PutAsync(Sample.Summary(review, position: 2) with { Publications = [withdrawn] }, s_go);

        Assert.Equal(withdrawn, Assert.Single((await Index.PublicationsAsync(null, s_go)).Items));
        Assert.Equal(withdrawn, await Index.FindPublicationAsync(publication.Id, s_go));
    }

    [Fact]
    public async Task A_publication_that_is_no_longer_named_has_no_partnership_wherever_it_is_found()
    {
        var review = ReviewId.New();
        var named = Sample.Publication(review);
        await Index.PutAsync(Sample.Summary(review) with { Publications = [named] }, s_go);

        var unnamed = named with { Partnership = null, Title = "A review" };
        await Index.PutAsync(Sample.Summary(review, position: 2) with { Publications = [unnamed] }, s_go);

        Assert.Equal(unnamed, Assert.Single((await Index.PublicationsAsync(null, s_go)).Items));
        Assert.Equal(unnamed, await Index.FindPublicationAsync(named.Id, s_go));
        Assert.Null((await Index.FindAsync(review, s_go))!.Publications[0].Partnership);
    }

    [Fact]
    public async Task A_publication_is_there_when_its_append_is_answered()
    {
        var full = Sample.FullSummary();
        await Place.Journal.AppendAsync(Sample.Append(full.Id, 0, (int)full.Position) with { Summary = full }, s_go);

        Assert.Equal(full.Publications[0], await Index.FindPublicationAsync(full.Publications[0].Id, s_go));
    }

    [Fact]
    public async Task Pages_of_a_hundred_together_hold_every_publication_once()
    {
        var expected = new List<string>();
        for (var i = 0; i < 21; i++)
        {
            var review = ReviewId.New();
            var publications = Enumerable.Range(0, 10)
                .Select(n => Sample.Publication(review, new DateOnly(2026, 1, 1).AddDays((i + n) % 7)))
                .ToArray();
            expected.AddRange(publications.Select(publication => publication.Id));
            await Index.PutAsync(Sample.Summary(review) with { Publications = publications }, s_go);
        }

        var found = new List<Publication>();
        string? cursor = null;
        do
        {
            var page = await Index.PublicationsAsync(cursor, s_go);
            Assert.InRange(page.Items.Count, 1, 100);
            found.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null && found.Count < 1000);

        Assert.Equal(expected.Order(), found.Select(publication => publication.Id).Order());
        Assert.Equal(found.Select(publication => publication.PublishedOn).OrderDescending(), found.Select(publication => publication.PublishedOn));
    }
}
