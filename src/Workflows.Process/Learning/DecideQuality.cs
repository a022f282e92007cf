using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Answering quality markers: the assurer's work, and never the reviewer's.</summary>
internal static class DecideQuality
{
    public static Refusal? Answer(Turn turn, AnswerMarker command, Caller caller)
    {
        var (markers, definition) = (QualityMarkers.Current, turn.Plan.Definition);
        if (markers.Of(definition).FirstOrDefault(marker => marker.Id == command.Marker) is not { } found)
        {
            return Refusals.Unknown("quality marker", command.Marker);
        }

        if ((Refusals.Role(markers.AssurersOf(definition), caller, definition, out var actor)
            ?? (HasReviewed(caller.User, turn.State, turn.Context)
                ? Refusals.Conflict("assurer-is-not-reviewer", "You did a reviewer's work in this review, so somebody else must assure its quality.", found.Cite)
                : null)) is { } refusal)
        {
            return refusal;
        }

        var check = new LearningCheck(turn.Today);
        var text = check.Text("text", command.Text, command.SetAside ? "Say why this marker does not serve here." : "Write what you found.");
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        turn.Add(command.SetAside ? new QualityMarkerSetAside(found.Id, text) : new QualityMarkerAnswered(found.Id, text), actor);
        return null;
    }

    /// <summary>Whether somebody did what is a reviewer's to do, and not the assurer's too.</summary>
    public static bool HasReviewed(string user, ReviewState state, ReviewContext context)
    {
        var markers = QualityMarkers.Current;
        var assurers = markers.AssurersOf(context.Definition);
        return state.Items.Values.Any(item => item.Doers.Contains(user)
            && context.Plan.Items[item.Definition].By is { } by && by.Any(markers.Reviewers.Contains) && !by.Any(assurers.Contains));
    }
}
