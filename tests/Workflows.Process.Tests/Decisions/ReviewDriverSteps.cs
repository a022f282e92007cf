using Workflows.Process.Decisions;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Ways to bring a review to a point from which a test begins.</summary>
internal static class ReviewDriverSteps
{
    /// <summary>Takes actions and lets time pass until an action with this identifier is offered.</summary>
    public static ReviewDriver UntilOffered(this ReviewDriver review, string item)
    {
        for (var step = 0; !review.Actions.Any(action => action.Item.Id == item); step++)
        {
            Assert.True(step < 500, $"'{item}' is never offered; the review stands in {review.State.Stage}.");
            if (review.Actions is [var first, ..])
            {
                review.TakeOne(first.Item.Id);
            }
            else
            {
                review.MoveTo(review.NextWake!.Value);
            }
        }

        return review;
    }

    /// <summary>Takes the first offered action with this identifier.</summary>
    public static void TakeOne(this ReviewDriver review, string item, string? outcome = null) =>
        Assert.IsType<Verdict.Accepted>(review.Take(review.Actions.First(action => action.Item.Id == item), outcome));

    /// <summary>Does what the screen does: whatever is to be screened is, and its papers are destroyed in the end.</summary>
    public static void Screen(this ReviewDriver review)
    {
        foreach (var due in review.State.Screening.Documents.Values.Where(each => review.State.IsOpen && !each.IsScreened).OrderBy(each => each.Item, StringComparer.Ordinal).ToArray())
        {
            var found = review.Screening(due);
            if (review.Give(new BeginScreening(due.Item)) is Verdict.Accepted)
            {
                review.Do(new RecordScreening(due.Item, due.Version, due.List, found, found.Count, found.Count == 0 ? null : "screening-0", Pages: 1));
            }
        }

        if (!review.State.IsOpen && review.State.Screening.HasPapers)
        {
            review.Do(new RecordScreeningDestroyed(1));
        }
    }
}
