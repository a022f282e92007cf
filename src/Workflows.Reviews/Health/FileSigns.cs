using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Health;

/// <summary>Whether the files that people keep can be read and are up to date. What is wrong in them may quote a file: it stands in the log.</summary>
internal sealed class FileSigns(DirectorySource directory, CalendarSource calendar, TimeProvider clock) : IHealthSource
{
    public Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var notices = calendar.NoticesAt(today).Count;
        var until = calendar.Current.Official.ReachFrom(today).OfficialUntil;
        var problems = directory.Problems.Count;
        return Task.FromResult<IReadOnlyList<HealthSign>>(
        [
            new HealthSign(
                "directory", "Directory file", problems > 0 ? HealthLevel.Look : HealthLevel.Good,
                problems > 0 ? $"Cannot be used as it is now: {problems} {(problems == 1 ? "problem" : "problems")}. The one before is in force." : "Read without problems.",
                "The service’s log names file, line and what is wrong. Put it right, and the file is read again by itself.",
                "The directory file was refused, and the former one stays in force; the log says why."),
            new HealthSign(
                "calendar", "Bank holidays", notices > 0 ? HealthLevel.Look : HealthLevel.Good,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Known until {until:d MMMM yyyy}{(notices > 0 ? ", and the file needs somebody" : string.Empty)}."),
                "Put a newer file of bank holidays in place; the log says what is wrong with one that is refused. Time limits beyond the last day known are counted by the rule until then, and counted again afterwards.",
                "The list of bank holidays must be looked at; the page Administration says why."),
        ]);
    }
}
