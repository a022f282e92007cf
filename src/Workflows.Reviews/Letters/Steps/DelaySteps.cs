using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>
/// Tells a body what was due, when, how it stands, and whether a reason is recorded. The reason itself was typed by a person
/// and stays in the service.
/// </summary>
internal static class DelaySteps
{
    public static Step Of(Matter matter, LetterTopic topic)
    {
        var deadline = topic.Deadline is { } id ? matter.State.Deadlines.GetValueOrDefault(id) : null;
        var rule = deadline is null ? null : matter.Plan.Deadlines.GetValueOrDefault(deadline.Definition);
        var says = new List<Block> { new Paragraph("A time limit of this review has passed.") };
        if (deadline is not null && rule is not null)
        {
            says.Add(new Fact("What was due", rule.Title));
            says.Add(new Fact("When", $"by the end of {Wording.Day(deadline.DueOn)}"));
            says.Add(new Fact("The rule", Wording.Rule(rule.Cite, rule.Force)));
            says.Add(new Fact("How it stands", Standing(matter, deadline)));
            says.Add(new Fact("Reason", deadline.DelayReason is null
                ? "no reason has been recorded"
                : "a reason is recorded; you can read it in the service"));
        }

        says.Add(new Paragraph("The partnership goes on being reminded until it is done. You do not need to answer this letter."));
        return new Step
        {
            Title = rule?.Title ?? matter.Definition.Title,
            What = "delay notice",
            Says = says,
            LinkText = "Read more after signing in:",
            DueOn = deadline?.DueOn,
        };
    }

    private static string Standing(Matter matter, DeadlineState deadline) => deadline switch
    {
        { MetOn: { } met } => $"done on {Wording.Day(met)}",
        { Cancelled: true } => "no longer needed",
        _ when deadline.DueOn >= matter.Today => $"not done; now due by the end of {Wording.Day(deadline.DueOn)}",
        _ => $"not done. {Sentences.Overdue(matter, deadline)}",
    };
}
