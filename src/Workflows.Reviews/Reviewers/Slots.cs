using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Reviewers;

/// <summary>The time of one reviewer: what they carry and when, and when they are away.</summary>
internal sealed class Slots(Reviewer reviewer, DirectorySnapshot directory)
{
    private readonly Person? _person = directory.FindPerson(reviewer.User);
    private readonly List<(DateOnly From, DateOnly To, string Reference)> _taken = [];

    public Reviewer Reviewer => reviewer;

    public void Take(DateOnly from, DateOnly to, string reference) => _taken.Add((from, to, reference));

    /// <summary>Whether they can begin a review on a day and carry it to its end. Who is away on the day does not begin one.</summary>
    public bool IsFree(DateOnly start, DateOnly end) =>
        !(start < reviewer.From) && !(start > reviewer.To) && _person?.IsAbsentOn(start) is not true
        && Starts(start, end).All(day => _taken.Count(each => each.From <= day && day < each.To) < reviewer.AtOnce);

    public ReviewerLoad Load(DateOnly today)
    {
        DateOnly? free = null;
        for (var day = 0; day < ReviewerForecast.MostDays && free is null; day++)
        {
            free = IsFree(today.AddDays(day), today.AddDays(day + 1)) ? today.AddDays(day) : null;
        }

        return new ReviewerLoad(reviewer.User, [.. _taken.Select(each => each.Reference).Order(StringComparer.Ordinal)], reviewer.AtOnce, free);
    }

    // What they carry grows on these days only.
    private IEnumerable<DateOnly> Starts(DateOnly start, DateOnly end) =>
        _taken.Select(each => each.From).Where(day => day > start && day < end).Append(start);
}
