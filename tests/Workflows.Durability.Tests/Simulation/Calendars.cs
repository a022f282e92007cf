using System.Text.Json.Nodes;
using Workflows.Process.Calendar;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>The file of bank holidays that the simulated programs read; days are proclaimed in it now and then.</summary>
internal sealed class Calendars
{
    private readonly JsonNode _root;
    private readonly string _path;
    private int _changes;

    public Calendars(string folder)
    {
        var assembly = typeof(WorkingCalendar).Assembly;
        using var shipped = assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(name => name.EndsWith("bank-holidays.json", StringComparison.Ordinal)))!;
        _root = JsonNode.Parse(shipped)!;
        _path = Path.Combine(folder, "bank-holidays.json");
        Write();
    }

    public string File => _path;

    public int Changes => _changes;

    /// <summary>Proclaims a day, where the file speaks of its year and it is a working day.</summary>
    public void Proclaim(DateOnly day)
    {
        var events = _root["england-and-wales"]!["events"]!.AsArray();
        if (day.Year is < 2019 or > 2028 || !WorkingCalendar.Shipped.IsWorkingDay(day)
            || events.Count(each => each!["date"]!.GetValue<string>().StartsWith($"{day.Year}-", StringComparison.Ordinal)) > 9
            || events.Any(each => each!["date"]!.GetValue<string>() == $"{day:yyyy-MM-dd}"))
        {
            return;
        }

        events.Add(new JsonObject { ["title"] = $"Proclaimed day {++_changes}", ["date"] = $"{day:yyyy-MM-dd}", ["notes"] = "", ["bunting"] = true });
        Write();
    }

    // Known as changed by its time of writing, which is the simulation's to say.
    private void Write()
    {
        System.IO.File.WriteAllText(_path, _root.ToJsonString());
        System.IO.File.SetLastWriteTimeUtc(_path, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(_changes));
    }
}
