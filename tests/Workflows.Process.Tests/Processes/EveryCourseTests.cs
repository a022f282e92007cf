using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Processes;

/// <summary>
/// No course of a shipped process leads into the sand: whichever outcome is once chosen, whatever was answered at the opening,
/// a review that is acted on afterwards comes to its end.
/// </summary>
public sealed class EveryCourseTests
{
    public static TheoryData<string> Processes => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Processes))]
    public void Every_outcome_once_chosen_leads_to_the_end(string process)
    {
        var definition = ProcessCatalogue.Shipped.Find(process)!;
        foreach (var opening in Openings(definition))
        {
            foreach (var decision in definition.Items.OfType<DecisionDefinition>())
            {
                foreach (var outcome in decision.Outcomes.Where(outcome => !outcome.Usual))
                    Run(definition, opening, new Turn(decision.Id, outcome.Id));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Every_rejection_leads_to_the_end(string process)
    {
        var definition = ProcessCatalogue.Shipped.Find(process)!;
        foreach (var opening in Openings(definition))
        {
            foreach (var approval in definition.Items.OfType<ApprovalDefinition>())
                Run(definition, opening, new Turn(approval.Id, Outcome: null));
        }
    }

    // As a newcomer answers, and once for every other option of a choice asked at the opening.
    private static IEnumerable<(string Fact, string Option)?> Openings(ProcessDefinition definition)
    {
        yield return null;
        foreach (var fact in definition.Facts)
        {
            foreach (var option in fact.Options.Skip(1))
                yield return (fact.Name, option.Id);
        }
    }

    private static void Run(ProcessDefinition definition, (string Fact, string Option)? opening, Turn turn)
    {
        // Late enough for what the serious case reviews of 2010 publish in full.
        var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(120), new TimeOnly(9, 30)));
        if (opening is { } chosen)
            review.Answering[chosen.Fact] = chosen.Option;
        review.Open();
        var taken = false;
        for (var step = 0; review.State.IsOpen; step++)
        {
            var where = $"{definition.Key}, {opening}, {turn}: stands in {review.State.Stage}";
            Assert.True(step < 1000, $"{where} and does not end.");
            if (review.Actions is [var first, ..] actions)
            {
                var mine = taken ? null : actions.FirstOrDefault(action => action.Definition.Id == turn.Item);
                var verdict = mine is null ? review.Take(first) : Take(review, mine, turn);
                taken |= mine is not null;
                Assert.True(verdict is Verdict.Accepted, $"{where}: {(verdict as Verdict.Refused)?.Refusal.Message}");
                review.SendLetters();
            }
            else
            {
                Assert.True(review.NextWake is not null, $"{where}, and nothing will ever happen.");
                review.MoveTo(review.NextWake!.Value);
            }
        }

        Assert.NotEqual(ReviewStatus.Open, review.State.Status);
    }

    private static Verdict Take(ReviewDriver review, ReviewAction action, Turn turn) => turn.Outcome is null
        ? review.Give(new GiveApproval(action.Item.Id, Approve: false, "Not yet."), ReviewDriver.As(action.Roles[0]))
        : review.Take(action, turn.Outcome);

    private sealed record Turn(string Item, string? Outcome);
}
