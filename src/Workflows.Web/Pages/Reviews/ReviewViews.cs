using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Pages.Reviews;

/// <summary>Makes views of reviews for people.</summary>
internal sealed class ReviewViews(ReviewContexts contexts, DirectorySource directory)
{
    public ReviewView Of(ReviewFile file, SignedInPerson person) => new(
        file, contexts.For(file.Definition, file.State.Partnership), directory.Current, person.User,
        person.RolesIn(file.State.Partnership));
}
