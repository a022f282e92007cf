using System.Text.Json.Nodes;
using Workflows.Process.Calendar;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Calendars as they become when a day is proclaimed.</summary>
internal static class Calendars
{
    public static WorkingCalendar WithExtraHoliday(DateOnly day)
    {
        if (day.Year is < 2019 or > 2028 || !WorkingCalendar.Shipped.IsWorkingDay(day))
        {
            return WorkingCalendar.Shipped;
        }

        using var shipped = typeof(WorkingCalendar).Assembly.GetManifestResourceStream(
            typeof(WorkingCalendar).Assembly.GetManifestResourceNames().Single(name => name.EndsWith("bank-holidays.json", StringComparison.Ordinal)))!;
        var root = JsonNode.Parse(shipped)!;
        root["england-and-wales"]!["events"]!.AsArray().Add(new JsonObject
        {
            ["title"] = "Proclaimed day", ["date"] = $"{day:yyyy-MM-dd}", ["notes"] = "", ["bunting"] = true,
        });
        var reading = BankHolidayFile.Parse(root.ToJsonString(), "a test");
        return WorkingCalendar.Create(reading.File ?? throw new InvalidOperationException(string.Join('\n', reading.Problems)));
    }
}
