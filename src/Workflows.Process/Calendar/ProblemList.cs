namespace Workflows.Process.Calendar;

/// <summary>Problems as they are found, cut at a number that a person would still read.</summary>
internal sealed class ProblemList
{
    private const int Most = 50;
    private readonly List<CalendarProblem> _items = [];

    public IReadOnlyList<CalendarProblem> Items => _items;

    public bool IsEmpty => _items.Count == 0;

    public void Add(string message, string remedy)
    {
        if (_items.Count < Most - 1)
            _items.Add(new(message, remedy));
        else if (_items.Count == Most - 1)
            _items.Add(new("There is more of this kind.", "Put right the ones above and try again."));
    }
}
