using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Api.Access;

/// <summary>Who may see what: the one place that says so.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>person</term><description>sees</description></listheader>
/// <item><term>of the review's partnership, or whose roles hold there too</term><description>the review, whole</description></item>
/// <item><term>national, or standing in for somebody there</term><description>the review, once a role or body of theirs opened it, or was asked or told something in it</description></item>
/// <item><term>of another partnership</term><description>nothing of it: as if there were no such review</description></item>
/// <item><term>not in the directory</term><description>what is public</description></item>
/// </list>
/// </remarks>
internal sealed class AccessTable(DirectorySource directory, ReviewDesk desk, ReviewContexts contexts, TimeProvider clock)
{
    /// <summary>The person of an identifier, or null where the directory has none.</summary>
    public SignedInPerson? Find(string user)
    {
        var snapshot = directory.Current;
        return snapshot.FindPerson(user) is { } person
            ? new SignedInPerson(person, snapshot, LondonTime.DateOf(clock.GetUtcNow())) : null;
    }

    /// <summary>The review, or null where there is none that the person may see.</summary>
    public async Task<SeenReview?> FindAsync(SignedInPerson person, string? id, CancellationToken stop) =>
        ReviewId.TryParse(id, out var review) && await desk.FindAsync(review, stop) is { } file && Sees(person, file)
            ? new SeenReview(file) : null;

    private bool Sees(SignedInPerson person, ReviewFile file)
    {
        var partnership = file.State.Partnership;
        if (person.OwnPartnerships.Contains(partnership))
        {
            return true;
        }

        var told = person.ToldAs(partnership);
        return told.Count > 0
            && file.Summarise(contexts.For(file.Definition, partnership)).ToldTo.Any(told.Contains);
    }

    /// <summary>
    /// Whether the person may open reviews in a partnership: one of their own, or any for national people, whose roles hold in all.
    /// What their role opens is judged by the process.
    /// </summary>
    public bool MayOpenIn(SignedInPerson person, string partnership) => PartnershipsToOpenIn(person).Contains(partnership);

    /// <summary>The partnerships in which the person may open reviews.</summary>
    public IReadOnlyList<string> PartnershipsToOpenIn(SignedInPerson person) => person.Partnership is null
        ? [.. directory.Current.Partnerships.Select(partnership => partnership.Id)] : person.OwnPartnerships;

    /// <summary>What the person's lists are made of, in order: queries whose answers together are the reviews that they see.</summary>
    public IReadOnlyList<ReviewQuery> Lists(SignedInPerson person)
    {
        if (person.Partnership is null)
        {
            return [.. person.ToldAs(string.Empty).Select(told => new ReviewQuery { ToldTo = told })];
        }

        var own = new ReviewQuery { Partnerships = person.OwnPartnerships };
        var elsewhere = directory.Current.Partnerships.Select(partnership => partnership.Id)
            .Except(person.OwnPartnerships)
            .SelectMany(id => person.ToldAs(id).Select(told => new ReviewQuery { Partnerships = [id], ToldTo = told }));
        return [own, .. elsewhere];
    }
}
