using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Functions.Drive.Client;

/// <summary>
/// The plainest answers to what is asked. Every date is one day in the past, so that what must wait for months has waited for them
/// already; where a rule refuses that day, today.
/// </summary>
/// <param name="daysAgo">How long ago it all happened.</param>
internal sealed class Answers(int daysAgo = 0)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public DateOnly Day { get; } = Today.AddDays(-daysAgo);

    public IEnumerable<DateOnly> Days => daysAgo == 0 ? [Today] : [Day, Today];

    public static Dictionary<string, object> To(JsonElement asked, DateOnly day) => asked.EnumerateArray()
        .Where(fact => fact.GetProperty("required").GetBoolean())
        .ToDictionary(fact => Text(fact, "name"), object (fact) => Text(fact, "type") switch
        {
            "date" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "boolean" => true,
            "number" => 1,
            "choice" => fact.GetProperty("options")[0].GetString()!,
            _ => "As agreed",
        });

    public static HttpContent Content(JsonElement action, DateOnly day)
    {
        var facts = To(action.GetProperty("facts"), day);
        switch (Text(action, "kind"))
        {
            case "task":
                return JsonContent.Create(new { facts, note = "Done." });
            case "decision":
                var usual = action.GetProperty("outcomes").EnumerateArray().First(each => each.GetProperty("usual").GetBoolean());
                return JsonContent.Create(new { outcome = Text(usual, "id"), rationale = "For the reasons given.", facts });
            case "approval":
                return JsonContent.Create(new { decision = "approve" });
            default:
                return Document("The document."u8.ToArray(), "document.txt", "text/plain");
        }
    }

    /// <summary>A document as it is handed in.</summary>
    public static HttpContent Document(byte[] bytes, string name, string type)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name };
        return file;
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
