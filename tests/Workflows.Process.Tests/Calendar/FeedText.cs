using System.Text.Json;
using Workflows.Process.Calendar;

namespace Workflows.Process.Tests.Calendar;

/// <summary>Builds a file in the public feed's shape, line by line, so that a test says only what is odd about it.</summary>
internal sealed class FeedText
{
    private readonly List<(string Date, string Title, string Notes)> _events = [];

    /// <summary>The days of these years as the shipped file has them, or by the rule where it has none.</summary>
    public FeedText Years(int first, int last)
    {
        for (var year = first; year <= last; year++)
        {
            foreach (var day in ComputedBankHolidays.ForYear(year))
                With(day.Date.ToString("yyyy-MM-dd"), day.Name);
        }
        return this;
    }

    public FeedText With(string date, string title, string notes = "")
    {
        _events.Add((date, title, notes));
        return this;
    }

    public FeedText Without(string date)
    {
        Assert.Equal(1, _events.RemoveAll(item => item.Date == date));
        return this;
    }

    public string Json() => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["england-and-wales"] = new
        {
            division = "england-and-wales",
            events = _events.Select(item => new { title = item.Title, date = item.Date, notes = item.Notes, bunting = true }),
        },
        ["scotland"] = new { division = "scotland", events = Array.Empty<object>() },
    });

    public BankHolidayReading Parse() => BankHolidayFile.Parse(Json(), "test");

    /// <summary>Reads a text that must be usable.</summary>
    public static BankHolidayFile Read(FeedText text)
    {
        var reading = text.Parse();
        Assert.True(reading.IsUsable, string.Join('\n', reading.Problems));
        return reading.File;
    }
}
