using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>A delay notice that waits for the business manager to release it.</summary>
internal static class ReleaseStep
{
    public static Step Of(Matter matter, LetterTopic topic, bool isOver)
    {
        var held = matter.State.Held.GetValueOrDefault(topic.Item!);
        var title = topic.Deadline is { } id && matter.State.Deadlines.GetValueOrDefault(id) is { } deadline
            ? matter.Plan.Deadlines.GetValueOrDefault(deadline.Definition)?.Title : null;
        return new Step
        {
            Title = $"Delay notice: {title ?? matter.Definition.Title}",
            What = isOver || held is null ? "no longer needed" : $"please release it by {Wording.ShortDay(held.GoesOn)}",
            Says = isOver || held is null ? [new Paragraph(Sentences.Over)] : Says(matter, held),
            LinkText = "Go to the review:",
            DueOn = held?.GoesOn,
            DueId = isOver ? null : held?.Escalation,
        };
    }

    private static Block[] Says(Matter matter, EscalationHeld held)
    {
        var ask = matter.IsOneOf([Ladders.Releaser])
            ? "A time limit has passed, and a delay notice waits for you to release it."
            : "A time limit has passed, and a delay notice waits for the business manager to release it.";
        return
        [
            new Paragraph(ask),
            new Fact("It goes to", matter.Titles(held.Recipients)),
            new Paragraph("Record the reason for the delay first, if there is one: the notice says whether a reason is recorded."),
            new Paragraph($"If nobody releases it, it goes by itself after {Wording.Day(held.GoesOn)}."),
        ];
    }
}
