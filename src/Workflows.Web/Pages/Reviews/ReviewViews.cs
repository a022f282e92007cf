using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Links;

namespace Workflows.Web.Pages.Reviews;

/// <summary>Makes views of reviews for people.</summary>
internal sealed class ReviewViews(ReviewContexts contexts, DirectorySource directory, LinkViews links)
{
    public ReviewView Of(ReviewFile file, SignedInPerson person) => new(
        file, contexts.For(file.Definition, file.State.Partnership), directory.Current, person.User,
        person.RolesIn(file.State.Partnership));

    /// <summary>The same, with the reviews that are linked to it.</summary>
    public async Task<ReviewView> WithLinksAsync(ReviewFile file, SignedInPerson person, CancellationToken stop) =>
        Of(file, person) with { Links = await links.OfAsync(file, person, stop) };
}
