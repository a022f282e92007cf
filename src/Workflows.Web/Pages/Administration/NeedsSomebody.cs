using Workflows.Reviews.Audit;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Pages.Administration;

/// <summary>Finds what needs somebody, review by review, among those that the person sees. The index is asked, so that a damaged journal shows too.</summary>
internal sealed class NeedsSomebody(IReviewIndex index, AccessTable access, Quarantine quarantine, TimeProvider clock)
{
    private const int Most = 20;
    private const int MostPages = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What needs somebody: at most twenty of a kind.</summary>
    public async Task<IReadOnlyList<Need>> FindAsync(SignedInPerson person, CancellationToken stop) =>
        [.. await LateAsync(person, stop), .. await LettersAsync(person, stop), .. await QuarantinedAsync(person, stop)];

    private async Task<List<Need>> LateAsync(SignedInPerson person, CancellationToken stop)
    {
        var late = new List<Need>();
        foreach (var wake in await index.DueAsync(clock.GetUtcNow() - Patience, Most, stop))
        {
            if (await SeenAsync(person, wake.Review, stop) is { } review)
            {
                late.Add(Need.Of(
                    review, $"Work has waited since {Parts.Say.Moment(wake.At)}",
                    "Open it: if it cannot be used, its record must be looked at with ‘verify’. Otherwise the log says what keeps it; it is tried again by itself."));
            }
        }

        return late;
    }

    private async Task<List<Need>> LettersAsync(SignedInPerson person, CancellationToken stop)
    {
        var troubled = new Dictionary<ReviewId, ReviewSummary>();
        foreach (var list in access.Lists(person))
        {
            var query = list with { Limit = 200 };
            for (var pages = 0; pages < MostPages && troubled.Count < Most; pages++)
            {
                var page = await index.ListAsync(query, stop);
                foreach (var summary in page.Items.Where(each => each.LettersInTrouble > 0).Take(Most - troubled.Count))
                {
                    troubled[summary.Id] = summary;
                }

                if (page.Next is null)
                {
                    break;
                }

                query = query with { Cursor = page.Next };
            }
        }

        return [.. troubled.Values.Select(review => Need.Of(
            review, review.LettersInTrouble == 1 ? "A letter needs somebody" : $"{review.LettersInTrouble} letters need somebody",
            "Look at its letters, put the address right in the directory file if it is wrong, and press ‘Send again’."))];
    }

    private async Task<List<Need>> QuarantinedAsync(SignedInPerson person, CancellationToken stop)
    {
        try
        {
            var kept = new List<Need>();
            foreach (var file in await quarantine.ReadAsync(Most, stop))
            {
                if (ReviewId.TryParse(file.Review, out var id) && await SeenAsync(person, id, stop) is { } review)
                {
                    kept.Add(Need.Of(
                        review,
                        $"A file handed in for ‘{file.Item}’ on {Parts.Say.Moment(file.At)} is in quarantine. The scanner says: {(file.Finding.Length > 0 ? file.Finding : "nothing more")}",
                        $"Tell whoever handed it in ({file.By}), have their machine looked at, and ask for a clean copy. The file is kept under {file.Sha256[..12]}…; nobody can open it here."));
                }
            }

            return kept;
        }
        catch (ChainDamagedException)
        {
            return [new Need(null, null, "The record of the quarantine is not what was written", "Change nothing, copy the records, and follow the runbook, ‘verify finds damage’.")];
        }
    }

    private async Task<ReviewSummary?> SeenAsync(SignedInPerson person, ReviewId id, CancellationToken stop) =>
        await index.FindAsync(id, stop) is { } review
        && (person.OwnPartnerships.Contains(review.Partnership) || person.ToldAs(review.Partnership).Any(review.ToldTo.Contains)) ? review : null;
}

/// <summary>Something that needs somebody: public because the component that shows it is.</summary>
/// <param name="Reference">Reference of the review, or null where it is about none.</param>
/// <param name="Address">Its page, or null.</param>
/// <param name="What">What it is.</param>
/// <param name="Repair">What to do.</param>
public sealed record Need(string? Reference, string? Address, string What, string Repair)
{
    internal static Need Of(ReviewSummary review, string what, string repair) => new(review.Reference, $"/reviews/{review.Id}", what, repair);
}
