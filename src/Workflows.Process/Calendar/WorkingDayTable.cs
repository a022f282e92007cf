namespace Workflows.Process.Calendar;

/// <summary>
/// Working days laid out so that counting is two look-ups and allocates nothing: how many working days there are up
/// to each day, and which day each working day is. Deadlines are counted hundreds of times in a command.
/// </summary>
internal sealed class WorkingDayTable
{
    private readonly int _origin;
    private readonly ushort[] _workingDaysUpTo;
    private readonly ushort[] _offsetOfWorkingDay;

    /// <summary>Lays out the days from first to last; both are held.</summary>
    public WorkingDayTable(DateOnly first, DateOnly last, Func<DateOnly, bool> isHoliday)
    {
        _origin = first.DayNumber;
        _workingDaysUpTo = new ushort[last.DayNumber - first.DayNumber + 1];
        var workingDays = new List<ushort>(_workingDaysUpTo.Length);
        for (var offset = 0; offset < _workingDaysUpTo.Length; offset++)
        {
            var day = first.AddDays(offset);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isHoliday(day))
                workingDays.Add((ushort)offset);
            _workingDaysUpTo[offset] = (ushort)workingDays.Count;
        }
        _offsetOfWorkingDay = [.. workingDays];
    }

    public bool Holds(DateOnly day) => (uint)(day.DayNumber - _origin) < (uint)_workingDaysUpTo.Length;

    /// <summary>Working days from the table's first day to the given one, which is included.</summary>
    public int UpTo(DateOnly day) => _workingDaysUpTo[Offset(day)];

    /// <summary>Working days from the table's first day to the given one, which is left out.</summary>
    public int Before(DateOnly day)
    {
        var offset = Offset(day);
        return offset == 0 ? 0 : _workingDaysUpTo[offset - 1];
    }

    public bool IsWorkingDay(DateOnly day) => UpTo(day) != Before(day);

    /// <summary>The working day with this index (the table's first one has 0), or null where the table ends.</summary>
    public DateOnly? AtIndex(int index) =>
        (uint)index < (uint)_offsetOfWorkingDay.Length
            ? DateOnly.FromDayNumber(_origin + _offsetOfWorkingDay[index])
            : null;

    private int Offset(DateOnly day) => Holds(day) ? day.DayNumber - _origin : throw CalendarRangeException.For(day);
}
