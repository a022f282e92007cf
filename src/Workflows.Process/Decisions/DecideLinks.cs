using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Linking reviews by hand, and what linked reviews tell each other.</summary>
internal static class DecideLinks
{
    /// <summary>Topic of the letter that tells of a linked review's end.</summary>
    public const string EndedTopic = "linked-review-ended";

    private const int MostLinks = 50;

    public static Refusal? Link(Turn turn, LinkReview command, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (Refusals.Role(DecideReview.Correctors(definition), caller, definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (LinkKind.Find(command.Kind) is not { } kind)
        {
            var kinds = $"Choose one of: {string.Join(", ", LinkKind.All.Select(each => each.Id))}.";
            return Refusals.Invalid("link-kind", "kind", kinds);
        }

        if (turn.State.Links.ContainsKey(command.Review))
        {
            return Refusals.Conflict("already-linked", "These two reviews are linked. To change the kind, take the link back first.");
        }

        if (turn.State.Links.Count >= MostLinks)
        {
            return Refusals.Conflict("link-limit", $"A review has at most {MostLinks} links.");
        }

        if (TextCheck.Refuse("reason", command.Reason, required: false, string.Empty) is { } wrong)
        {
            return wrong;
        }

        var side = kind.IsMutual ? LinkSide.Beside : command.Side == LinkSide.Beside ? LinkSide.Leads : command.Side;
        turn.Add(new ReviewLinked(command.Review, command.Process, kind.Id, side, Reason: Words.From(command.Reason)), actor);
        return null;
    }

    public static Refusal? Unlink(Turn turn, UnlinkReview command, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (turn.State.Links.GetValueOrDefault(command.Review) is not { IsRemoved: false })
        {
            return Refusals.Unknown("link", command.Review);
        }

        if ((Refusals.Role(DecideReview.Correctors(definition), caller, definition, out var actor)
            ?? TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason why they do not belong together.")) is { } refusal)
        {
            return refusal;
        }

        turn.Add(new ReviewUnlinked(command.Review, Words.From(command.Reason)), actor);
        return null;
    }

    /// <summary>What another review says of the link: whatever is news is noted, and its end is told where the definition says so.</summary>
    public static Refusal? Hear(Turn turn, HearOfLink heard)
    {
        var known = turn.State.Links.GetValueOrDefault(heard.Review);
        if (heard.IsRemoved)
        {
            if (known is not null)
            {
                turn.Add(new ReviewUnlinked(heard.Review, Reason: null, Told: true));
            }

            return null;
        }

        if (known is null)
        {
            turn.Add(new ReviewLinked(heard.Review, heard.Process, heard.Kind, heard.Side, Told: true));
        }

        if (heard.Status != ReviewStatus.Open && turn.State.Links[heard.Review].OtherEnded != heard.Status)
        {
            turn.Add(new LinkedReviewEnded(heard.Review, heard.Status == ReviewStatus.Withdrawn));
            if (turn.State.IsOpen && turn.Plan.Definition.LinkedEnding is { } ending)
            {
                turn.Write(LetterKind.Notice, ending.Tells, new LetterTopic(Item: null, Outcome: EndedTopic));
            }
        }

        return null;
    }

    public static Refusal? Told(Turn turn, RecordTold told)
    {
        if (turn.State.Links.GetValueOrDefault(told.Review) is { IsToTell: true })
        {
            turn.Add(new LinkTold(told.Review));
        }

        return null;
    }

    /// <summary>The same link, seen from the other end.</summary>
    public static LinkSide Turned(LinkSide side) => side switch
    {
        LinkSide.Leads => LinkSide.Follows,
        LinkSide.Follows => LinkSide.Leads,
        _ => LinkSide.Beside,
    };
}
