using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Past;

/// <summary>Ends a review from before on its day, where its steps have not done so.</summary>
internal static class PastEnd
{
    public static PastProblem? Bring(Turn turn, PastEnding ending)
    {
        var field = ending.Kind == ReviewEnding.Closed ? "closedOn" : "withdrawnOn";
        if (!turn.State.IsOpen)
        {
            return Differs(turn, ending, field);
        }

        if (ending.Kind == ReviewEnding.Withdrawn && turn.Plan.Definition.Withdrawal is null)
        {
            return new PastProblem(field, "A review of this kind cannot be withdrawn.", "Give the day of its end in closedOn.");
        }

        ReviewEvent what = ending.Kind == ReviewEnding.Closed ? new ReviewClosed() : new ReviewWithdrawn(Words.From(ending.Reason));
        Endings.Close(turn, what, PastActor.Of(turn.Plan.Definition.OpenedBy[0]));
        return null;
    }

    private static PastProblem? Differs(Turn turn, PastEnding ending, string field)
    {
        var status = ending.Kind == ReviewEnding.Closed ? ReviewStatus.Closed : ReviewStatus.Withdrawn;
        var ended = LondonTime.DateOf(turn.State.EndedAt ?? turn.Context.Now);
        return turn.State.Status == status && ended == ending.On ? null : new PastProblem(
            field, $"By its steps the review was {turn.State.Status.ToString().ToLowerInvariant()} on {ended:yyyy-MM-dd}.",
            "Give that day and that ending, or leave closedOn and withdrawnOn empty.");
    }
}
