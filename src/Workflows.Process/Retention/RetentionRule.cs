using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Retention;

/// <summary>How long the records of some processes are kept. Data: a person must check every rule that is not primary.</summary>
public sealed record RetentionRule
{
    /// <summary>Identifier of the class of record.</summary>
    public required string Id { get; init; }

    /// <summary>What the class is called.</summary>
    public required string Title { get; init; }

    /// <summary>Identifiers of the processes, without version; empty for all that no other rule names.</summary>
    public required IReadOnlyList<string> Processes { get; init; }

    /// <summary>
    /// How long after the review's end, or after the last withdrawal of a publication, or the last thing done about a
    /// recommendation, where that is later.
    /// </summary>
    public required Budget Keep { get; init; }

    /// <summary>Roles of which two different people approve destruction.</summary>
    public required IReadOnlyList<string> ApprovedBy { get; init; }

    /// <summary>Source.</summary>
    public required string Cite { get; init; }

    /// <summary>How the source was checked.</summary>
    public required CheckedMark Checked { get; init; }

    /// <summary>
    /// The first day on which the record may be destroyed, or null while the review runs, something of it is public, or
    /// something that it recommended is still followed up.
    /// </summary>
    /// <param name="state">The review.</param>
    /// <param name="calendar">The working calendar.</param>
    public DateOnly? DueOn(ReviewState state, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(calendar);
        if (state.EndedAt is not { } ended || state.Publications.Any(known => known.WithdrawnOn is null)
            || state.Learning.Limits.Values.Any(limit => limit.IsRunning))
        {
            return null;
        }

        var last = state.Publications.Select(known => known.WithdrawnOn!.Value)
            .Concat(state.Learning.Limits.Values.Select(limit => limit.MetOn).OfType<DateOnly>())
            .Append(LondonTime.DateOf(ended)).Max();
        return calendar.After(last, Keep);
    }
}
