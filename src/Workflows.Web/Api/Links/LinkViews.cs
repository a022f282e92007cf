using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Api.Links;

/// <summary>Finds the reviews that are linked to one, as far as a person may see them.</summary>
internal sealed class LinkViews(AccessTable access)
{
    /// <summary>The linked reviews that the person may see, the earliest link first.</summary>
    public async Task<IReadOnlyList<LinkedReview>> OfAsync(ReviewFile file, SignedInPerson person, CancellationToken stop)
    {
        var found = new List<LinkedReview>();
        foreach (var link in file.State.Links.Values.Where(link => !link.IsRemoved)
            .OrderBy(link => link.Since).ThenBy(link => link.Review, StringComparer.Ordinal))
        {
            if (await FindAsync(person, link.Review, stop) is { } other)
            {
                found.Add(new LinkedReview(link, other));
            }
        }

        return found;
    }

    // Damage in another review's journal is told where that review is looked at; this one is shown all the same.
    private async Task<ReviewFile?> FindAsync(SignedInPerson person, string review, CancellationToken stop)
    {
        try
        {
            return (await access.FindAsync(person, review, stop))?.File;
        }
        catch (Exception problem) when (problem is JournalDamagedException or DefinitionMissingException)
        {
            return null;
        }
    }
}

/// <summary>A linked review. Public because the components that show it are.</summary>
/// <param name="Link">The link, as this review has it.</param>
/// <param name="Other">The other review as it stands.</param>
public sealed record LinkedReview(LinkState Link, ReviewFile Other);
