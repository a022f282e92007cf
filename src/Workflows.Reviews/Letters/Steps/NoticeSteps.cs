using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>Tells of a step: what a notice of the definition says, what was decided, that the review is withdrawn.</summary>
internal static class NoticeSteps
{
    private const string Link = "Read more after signing in:";

    private static readonly Dictionary<string, (string Title, string Says)?> ReviewerWords = new()
    {
        ["reviewer-appointed"] = ("You are appointed", "You have been appointed as a reviewer of this review. If you have a conflict of interest, declare it before you begin."),
        ["reviewer-ended"] = ("Your appointment has ended", "You are no longer a reviewer of this review."),
        ["reviewer-removed"] = ("A reviewer has been removed", "A reviewer has been removed before publication. Another is to be appointed."),
        ["reviewer-replaced"] = ("A reviewer has been replaced", "A reviewer has been removed before publication, and another appointed. The business manager sends the name separately."),
        ["reviewer-conflict"] = ("A conflict of interest", "A conflict of interest of a reviewer has been declared. Decide whether it can be managed."),
    };

    public static Step Of(Matter matter, LetterTopic topic)
    {
        if (RepositoryStep.IsAbout(topic))
        {
            return RepositoryStep.Of(matter, topic);
        }

        var item = topic.Item is { } id ? matter.Plan.Items.GetValueOrDefault(
            matter.State.Items.GetValueOrDefault(id)?.Definition ?? id) : null;
        return item switch
        {
            NoticeDefinition notice => Told(notice.Title, "notice", notice.Says, notice.Cite),
            DecisionDefinition decision when decision.Outcomes.FirstOrDefault(each => each.Id == topic.Outcome) is { } outcome =>
                Decided(decision, outcome),
            null when ReviewerWords.GetValueOrDefault(topic.Outcome ?? string.Empty) is var (title, says) => Told(title, "notice", says, cite: null),
            null when topic.Outcome == "withdrawn" => Told(
                "Review withdrawn", "notice", "The review has been withdrawn. Nothing more is done in it.",
                matter.Definition.Withdrawal?.Cite),
            null when topic.Outcome == DecideLinks.EndedTopic && matter.Definition.LinkedEnding is { } ending => Told(
                "Linked review ended", "notice", $"{ending.Says} This review goes on as it was.", cite: null),
            _ => Told(item?.Title ?? matter.Definition.Title, "notice", "A step of this review has been taken.", item?.Cite),
        };
    }

    private static Step Decided(DecisionDefinition decision, OutcomeDefinition outcome)
    {
        var ending = outcome.Close switch
        {
            ReviewEnding.Closed => " The review is closed.",
            ReviewEnding.Withdrawn => " The review is withdrawn.",
            _ => string.Empty,
        };
        return Told(decision.Title, outcome.Title, $"It has been decided: {outcome.Title}.{ending}", decision.Cite);
    }

    private static Step Told(string title, string what, string says, string? cite) => new()
    {
        Title = title,
        What = what,
        Says = cite is null ? [new Paragraph(says)] : [new Paragraph(says), new Fact("The rule", Wording.Source(cite))],
        LinkText = Link,
    };
}
