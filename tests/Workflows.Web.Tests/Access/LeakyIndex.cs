using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Tests.Access;

/// <summary>The product's index, with a hole: it forgets for whom it lists, or what was taken from the public register.</summary>
internal sealed class LeakyIndex(IReviewIndex index, bool forgetsWhoAsks, bool keepsWithdrawn) : IReviewIndex
{
    /// <summary>Puts it in the place of the product's.</summary>
    public static void Plant(IServiceCollection services, bool forgetsWhoAsks, bool keepsWithdrawn)
    {
        var own = services.Last(service => service.ServiceType == typeof(IReviewIndex));
        services.Remove(own);
        services.AddSingleton<IReviewIndex>(provider => new LeakyIndex(
            (IReviewIndex)(own.ImplementationInstance ?? own.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!)),
            forgetsWhoAsks, keepsWithdrawn));
    }

    public Task<SummaryPage> ListAsync(ReviewQuery query, CancellationToken stop) => index.ListAsync(Leaky(query), stop);

    public Task<SummaryTable> TableAsync(TableQuery query, CancellationToken stop) =>
        index.TableAsync(query with { Lists = [.. query.Lists.Select(Leaky).Take(forgetsWhoAsks ? 1 : int.MaxValue)] }, stop);

    public async Task<PublicationPage> PublicationsAsync(string? cursor, CancellationToken stop)
    {
        var page = await index.PublicationsAsync(cursor, stop);
        return page with { Items = [.. page.Items.Select(Leaky)] };
    }

    public async Task<Publication?> FindPublicationAsync(string publication, CancellationToken stop) =>
        await index.FindPublicationAsync(publication, stop) is { } found ? Leaky(found) : null;

    public Task<ReviewSummary?> FindAsync(ReviewId review, CancellationToken stop) => index.FindAsync(review, stop);

    public Task<IReadOnlyList<ReviewWake>> DueAsync(DateTimeOffset until, int limit, CancellationToken stop) => index.DueAsync(until, limit, stop);

    public Task PutAsync(ReviewSummary summary, CancellationToken stop) => index.PutAsync(summary, stop);

    public Task<IndexFigures> FiguresAsync(DateTimeOffset now, CancellationToken stop) => index.FiguresAsync(now, stop);

    private ReviewQuery Leaky(ReviewQuery query) => forgetsWhoAsks ? query with { Partnerships = null, ToldTo = null } : query;

    private Publication Leaky(Publication publication) => keepsWithdrawn ? publication with { WithdrawnOn = null } : publication;
}
