using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Reviews at points of the screen from which tests begin.</summary>
internal static class Screened
{
    public const string Answering = "screening.report";

    public static ReviewCommand Publishing(ReviewDriver review) => new CompleteTask(
        "publish-report", new Dictionary<string, FactInput> { ["reportPublishedOn"] = $"{review.Today:yyyy-MM-dd}" }, Note: null);

    public static FoundDetail Found(string id) => new(id, "name", [1], 1);

    /// <summary>A review whose report was handed in and screened.</summary>
    public static ReviewDriver WithReport(params FoundDetail[] found)
    {
        var review = HandedIn();
        review.Screening = _ => found;
        review.SendLetters();
        return review;
    }

    /// <summary>A review whose report was handed in, and not screened yet.</summary>
    public static ReviewDriver HandedIn()
    {
        var review = Begin("lcspr@2026.1").UntilOffered("report");
        review.TakeOne("report");
        return review;
    }

    public static ReviewDriver Begin(string process)
    {
        var definition = ProcessCatalogue.Shipped.Find(process)!;
        var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(100), new TimeOnly(9, 0)));
        review.Open();
        review.SendLetters();
        return review;
    }

    /// <summary>Takes all actions but the answer to the screen until an item stands open, offered or not.</summary>
    public static void UntilOfferedWithout(this ReviewDriver review, string item)
    {
        for (var step = 0; review.State.Items.GetValueOrDefault(item) is not { Status: ItemStatus.Open }; step++)
        {
            Assert.True(step < 500, $"'{item}' never opens; the review stands in {review.State.Stage}.");
            if (review.Actions.FirstOrDefault(action => !DecideScreening.IsAction(action.Item.Id)) is { } action)
            {
                Assert.IsType<Verdict.Accepted>(review.Take(action));
                review.SendLetters();
            }
            else
            {
                review.MoveTo(review.NextWake!.Value);
            }
        }
    }
}
