using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>The sentences that letters ask and remind with.</summary>
internal static class Sentences
{
    public const string Over =
        "This was asked of you. It has been done since, or is no longer needed: you do not need to do anything.";

    /// <summary>What the person is asked to do.</summary>
    public static string Ask(ItemDefinition? item) => item switch
    {
        ApprovalDefinition => "Your approval is asked for.",
        DocumentDefinition => "You are asked to hand in this document.",
        DecisionDefinition => "You are asked to make this decision.",
        _ => "You are asked to do this.",
    };

    /// <summary>What a person is told who is not the one to do it.</summary>
    public static string AskedOfOthers(Matter matter, IEnumerable<string> roles) =>
        matter.Titles(roles) is { Length: > 0 } who
            ? $"This is for your information. It is to be done by: {who}."
            : "This is for your information.";

    /// <summary>When it is due, as a sentence or two.</summary>
    public static string Due(Matter matter, DeadlineState deadline, bool isReminder)
    {
        var day = Wording.Day(deadline.DueOn);
        if (deadline.DueOn < matter.Today)
        {
            return $"It was due by the end of {day}. {Overdue(matter, deadline)}";
        }

        if (deadline.DueOn == matter.Today)
        {
            return $"It is due today, by the end of {day}.";
        }

        var left = matter.Calendar.WorkingDaysBetween(matter.Today, deadline.DueOn);
        return isReminder && left > 0
            ? $"It is due by the end of {day}. That is in {Wording.WorkingDays(left)}."
            : $"It is due by the end of {day}.";
    }

    /// <summary>How a deadline stands, in the few words of a subject.</summary>
    public static string Standing(Matter matter, DeadlineState deadline) =>
        deadline.DueOn == matter.Today ? "due today"
        : deadline.DueOn > matter.Today ? $"due by {Wording.ShortDay(deadline.DueOn)}"
        : Late(matter, deadline) is > 0 and var late ? $"{Wording.WorkingDays(late)} overdue" : "overdue";

    /// <summary>That it is overdue, and by how much.</summary>
    public static string Overdue(Matter matter, DeadlineState deadline) =>
        Late(matter, deadline) is > 0 and var late ? $"It is {Wording.WorkingDays(late)} overdue." : "It is overdue.";

    private static int Late(Matter matter, DeadlineState deadline) =>
        matter.Calendar.WorkingDaysBetween(deadline.DueOn, matter.Today);
}
