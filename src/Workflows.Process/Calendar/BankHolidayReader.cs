using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Workflows.Process.Calendar;

/// <summary>Reads the public feed's shape, one event at a time, and says of each what is wrong with it.</summary>
internal static class BankHolidayReader
{
    private const string Division = "england-and-wales";
    private const int LongestText = 200;
    private const string Shape =
        "The file must be an object in the shape of https://www.gov.uk/bank-holidays.json: {\"england-and-wales\": "
        + "{\"division\": \"england-and-wales\", \"events\": [{\"title\", \"date\", \"notes\", \"bunting\"}]}}.";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static List<BankHoliday> Read(string json, ProblemList problems)
    {
        const int limit = BankHolidayFile.MaximumBytes;
        if (json.Length > limit || Encoding.UTF8.GetByteCount(json) > limit)
        {
            problems.Add($"The bank holiday file is larger than {limit} bytes.", Shape);
            return [];
        }
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), Options);
            return Events(document.RootElement, problems) is { } events ? ReadEvents(events, problems) : [];
        }
        catch (JsonException error)
        {
            problems.Add($"The bank holiday file is not JSON: {error.Message}", Shape);
        }
        catch (InvalidOperationException)
        {
            // An escape such as "\ud800" is JSON, but no text.
            problems.Add("The bank holiday file holds an escaped character that is not text.", Shape);
        }
        return [];
    }

    private static JsonElement? Events(JsonElement root, ProblemList problems)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            problems.Add("The bank holiday file is a bare list, which says neither where nor when it holds.", Shape);
            return null;
        }
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Division, out var division))
        {
            problems.Add($"The bank holiday file has no \"{Division}\".", Shape);
            return null;
        }
        if (division.ValueKind != JsonValueKind.Object || !division.TryGetProperty("division", out var name)
            || name.ValueKind != JsonValueKind.String || name.GetString() != Division)
        {
            problems.Add($"\"{Division}\" does not say \"division\": \"{Division}\".", Shape);
            return null;
        }
        if (!division.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
        {
            problems.Add($"\"{Division}\" has no list of \"events\".", Shape);
            return null;
        }
        var count = events.GetArrayLength();
        if (count is 0 or > BankHolidayFile.MaximumEvents)
        {
            problems.Add($"\"events\" has {count} entries; 1 to {BankHolidayFile.MaximumEvents} are allowed.", Shape);
            return null;
        }
        return events;
    }

    private static List<BankHoliday> ReadEvents(JsonElement events, ProblemList problems)
    {
        var days = new List<BankHoliday>(events.GetArrayLength());
        foreach (var item in events.EnumerateArray())
        {
            var where = $"events[{days.Count}]";
            days.Add(ReadEvent(item, where, problems));
        }
        return days;
    }

    private static BankHoliday ReadEvent(JsonElement item, string where, ProblemList problems)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{where} is not an object.", "Give it a \"title\" and a \"date\".");
            return default;
        }
        var title = Text(item, "title", where, problems, required: true);
        var notes = Text(item, "notes", where, problems, required: false);
        var name = notes.Length == 0 ? title : $"{title} ({char.ToLowerInvariant(notes[0])}{notes[1..]})";
        return new BankHoliday(Date(item, where, problems), name);
    }

    private static DateOnly Date(JsonElement item, string where, ProblemList problems)
    {
        var text = item.TryGetProperty("date", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
        var (message, remedy) =
            !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? ("is not a date.", "Write it as year-month-day, such as \"2026-12-25\".")
            : !WorkingCalendar.Covers(date)
                ? ($"is {date:yyyy-MM-dd}, outside the years 2000 to 2110.", "Remove the event or put its year right.")
            : date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                ? ($"is {PlainDate.Of(date)}, a weekend.", "Give the substitute day on which the holiday is taken.")
            : ("", "");
        if (message.Length > 0)
            problems.Add($"{where}.date {message}", remedy);
        return date;
    }

    private static string Text(JsonElement item, string name, string where, ProblemList problems, bool required)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            if (required)
                problems.Add($"{where} has no \"{name}\".", "Give the bank holiday's name.");
            return "";
        }
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
        if (text is null || text.Length > LongestText || (required && text.Length == 0) || text.Any(IsUnprintable))
        {
            problems.Add($"{where}.{name} is not a line of text.", $"Write up to {LongestText} printable characters.");
            return "";
        }
        return text;
    }

    private static bool IsUnprintable(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
