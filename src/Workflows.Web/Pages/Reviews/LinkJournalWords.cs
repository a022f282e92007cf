using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>What happened between reviews, and to the version that a review runs under, in plain words.</summary>
internal static class LinkJournalWords
{
    public static string Of(ReviewEvent happened) => happened switch
    {
        StartIntended { IsReady: true } start => $"Another review is to be opened: {start.Process}.",
        StartIntended start => $"Another review is to be opened, {start.Process}, once what is missing is answered.",
        StartAnswered => "What was missing to open the other review was answered.",
        StartFailed failed => $"The other review could not be opened: {Say.Plain(failed.Reason)}",
        StartDropped dropped => $"The other review is not opened.\n“{dropped.Reason.Text}”",
        ReviewLinked linked => $"Linked with another review ({linked.Process}): {Title(linked)}.{Said(linked.Reason)}",
        ReviewUnlinked unlinked => $"A link to another review was taken back.{Said(unlinked.Reason)}",
        LinkTold => "The linked review was told.",
        LinkedReviewEnded ended => $"A linked review was {(ended.Withdrawn ? "withdrawn" : "closed")}. This one goes on as it was.",
        MoveProposed move => $"It was proposed to move the review to version {move.Version} of its process.{Said(move.Reason)}",
        MoveRejected move => $"The move to a newer version was turned down.{Said(move.Reason)}",
        DefinitionMoved move => $"The review was moved from version {move.From} to version {move.Version} of its process.",
        _ => happened.GetType().Name,
    };

    private static string Title(ReviewLinked linked) => LinkKind.Find(linked.Kind) is { } kind
        ? (linked.Side == LinkSide.Follows ? kind.Follows : kind.Leads).ToLowerInvariant() : linked.Kind;

    private static string Said(Words? words) => words is { } said ? $"\n“{said.Text}”" : string.Empty;
}
