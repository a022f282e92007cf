using System.Collections.Frozen;

namespace Workflows.Reviews.Directory;

/// <summary>A partnership with everybody whose roles hold in it; keeps the answers of the day asked for last.</summary>
internal sealed class Area(
    IReadOnlyList<Body> bodies, IReadOnlyList<Person> people, FrozenDictionary<string, Person> everybody,
    Partnership? partnership)
{
    private volatile AreaDay? _latest;

    public Partnership? Partnership => partnership;

    // One day is kept: threads that meet at midnight work the same answer out twice, and both are right.
    public AreaDay On(DateOnly day)
    {
        if (_latest is { } known && known.Day == day)
        {
            return known;
        }

        var fresh = AreaDay.Of(day, bodies, people, everybody, partnership?.Escalation == Escalation.Confirm);
        _latest = fresh;
        return fresh;
    }
}
