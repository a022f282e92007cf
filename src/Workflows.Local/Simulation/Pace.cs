using Workflows.Process.Calendar;
using Workflows.Process.Decisions;

namespace Workflows.Local.Simulation;

/// <summary>How fast people work in a simulation: in half the time they have, or too late where that is asked.</summary>
/// <param name="calendar">The working calendar.</param>
/// <param name="late">Identifier of the step that is late, or null.</param>
internal sealed class Pace(WorkingCalendar calendar, string? late)
{
    /// <summary>Late by so much that the ladder goes past its first repeated reminder.</summary>
    private static readonly Budget Overdue = Budget.WorkingDays(7);

    private static readonly Budget Next = Budget.WorkingDays(1);

    /// <summary>The day on which something is done.</summary>
    /// <param name="action">What is to be done.</param>
    /// <param name="today">The present day; nothing is done before it.</param>
    public DateOnly DayOf(ReviewAction action, DateOnly today)
    {
        var opened = action.Item.OpenedOn > DateOnly.MinValue ? action.Item.OpenedOn : today;
        var day = action.DueOn switch
        {
            null => calendar.After(opened, Next),
            { } due when IsLate(action) => calendar.After(due, Overdue),
            { } due => calendar.After(opened, Budget.WorkingDays(Math.Clamp(calendar.WorkingDaysBetween(opened, due) / 2, 0, Budget.MaximumAmount))),
        };
        return day > today ? day : today;
    }

    /// <summary>Whether this is the step that is late.</summary>
    /// <param name="action">What is to be done.</param>
    public bool IsLate(ReviewAction action) => late is not null && late == action.Item.Definition;
}
