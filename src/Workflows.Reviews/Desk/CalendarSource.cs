using Workflows.Process.Calendar;

namespace Workflows.Reviews.Desk;

/// <summary>
/// The working calendar in force: the shipped one, or that of a file in the public gov.uk feed's shape, read again when it
/// changes. A file that cannot be used leaves the calendar as it was, and shows in <see cref="Problems"/>.
/// </summary>
public sealed class CalendarSource
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);
    private readonly string? _path;
    private readonly TimeProvider _clock;
    private readonly Lock _reading = new();
    private volatile Reading _last;

    /// <summary>Reads the calendar.</summary>
    /// <param name="path">The file, or null for the shipped days.</param>
    /// <param name="clock">The clock that says when to look for a changed file again.</param>
    /// <exception cref="CalendarFileException">The file cannot be used.</exception>
    public CalendarSource(string? path, TimeProvider clock)
    {
        _path = path;
        _clock = clock;
        _last = new Reading(WorkingCalendar.Shipped, [], default, clock.GetUtcNow());
        if (path is not null)
        {
            _last = Read(_last, path);
            if (_last.Problems.Count > 0)
            {
                throw new CalendarFileException(path, _last.Problems);
            }
        }
    }

    /// <summary>The calendar in force.</summary>
    public WorkingCalendar Current
    {
        get
        {
            var last = _last;
            if (_path is not null && _clock.GetUtcNow() - last.LookedAt >= LookAgainAfter && _reading.TryEnter())
            {
                try
                {
                    _last = last = Read(last, _path);
                }
                finally
                {
                    _reading.Exit();
                }
            }

            return last.Calendar;
        }
    }

    /// <summary>What was wrong with the file when it was last read; empty where nothing was.</summary>
    public IReadOnlyList<string> Problems => _last.Problems;

    /// <summary>
    /// What a person should look at: a file that could not be read again, official days that end soon or have ended, days that
    /// differ from the rule. Empty where there is nothing.
    /// </summary>
    /// <param name="today">The day to look from, Europe/London.</param>
    public IReadOnlyList<string> NoticesAt(DateOnly today) =>
        [.. Problems, .. Current.Official.WarningsAt(today).Select(warning => warning.ToString())];

    private Reading Read(Reading last, string path)
    {
        var now = _clock.GetUtcNow();
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (written == last.Written)
            {
                return last with { LookedAt = now };
            }

            var reading = BankHolidayFile.Parse(File.ReadAllText(path), Path.GetFileName(path));
            return reading.File is { } file
                ? new Reading(WorkingCalendar.Create(file), [], written, now)
                : last with { Problems = [.. reading.Problems.Select(problem => problem.ToString())], Written = written, LookedAt = now };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return last with { Problems = [$"The calendar file cannot be read: {problem.Message}"], LookedAt = now };
        }
    }

    private sealed record Reading(
        WorkingCalendar Calendar, IReadOnlyList<string> Problems, DateTime Written, DateTimeOffset LookedAt);
}

/// <summary>The calendar file cannot be used.</summary>
/// <param name="path">The file.</param>
/// <param name="problems">What is wrong with it.</param>
public sealed class CalendarFileException(string path, IReadOnlyList<string> problems)
    : Exception($"The calendar file {path} cannot be used:\n{string.Join('\n', problems)}");
