using Workflows.Process.Calendar;
using Workflows.Process.Learning;
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
/// <item><term>who answers for a recommendation</term><description>that recommendation, whoever they are</description></item>
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

    /// <summary>
    /// The review as far as the person may see its recommendations: whole, or those for which they answer. Null where there is
    /// none, or where the one that is named is not theirs.
    /// </summary>
    public async Task<SeenReview?> FindAnsweredAsync(SignedInPerson person, string? id, string? number, CancellationToken stop)
    {
        if (!ReviewId.TryParse(id, out var review) || await desk.FindAsync(review, stop) is not { } file)
        {
            return null;
        }

        return Seen(person, file) is { } seen && (seen.Whole || number is null || seen.Recommendations.Any(each => $"{each.Number}" == number))
            ? seen : null;
    }

    /// <summary>What the person sees of a review: it whole, or the recommendations for which they answer; else null.</summary>
    public SeenReview? Seen(SignedInPerson person, ReviewFile file)
    {
        var seen = new SeenReview(file, Sees(person, file), person.CallerIn(file.State.Partnership).Roles);
        return seen.Whole || seen.Recommendations.Any() ? seen : null;
    }

    /// <summary>The same as <see cref="Lists"/>, and the reviews in which the person answers for a recommendation.</summary>
    public IReadOnlyList<ReviewQuery> LearningLists(SignedInPerson person) => [.. Lists(person), .. OwnerLists(person, Elsewhere(person))];

    /// <summary>Lists of the reviews in which the person answers for a recommendation.</summary>
    public IReadOnlyList<ReviewQuery> OwnerLists(SignedInPerson person) => [.. OwnerLists(person, [.. person.OwnPartnerships, .. Elsewhere(person)])];

    private static IEnumerable<ReviewQuery> OwnerLists(SignedInPerson person, IEnumerable<string?> partnerships) => partnerships
        .SelectMany(id => person.CallerIn(id ?? string.Empty).Roles
            .Where(role => LearningRules.Current.Owners.ContainsKey(role) || role.Contains('/', StringComparison.Ordinal))
            .Select(role => new ReviewQuery { Partnerships = id is null ? null : [id], ToldTo = LearningAccess.KeyOf(role) }));

    private IReadOnlyList<string?> Elsewhere(SignedInPerson person) => person.Partnership is null ? [null]
        : [.. directory.Current.Partnerships.Select(partnership => partnership.Id).Except(person.OwnPartnerships)];

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
