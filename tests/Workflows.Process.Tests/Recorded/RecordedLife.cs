using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Recorded;

/// <summary>A whole life of a review, lived once at a fixed clock and kept as lines of JSON.</summary>
internal static class RecordedLife
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Lives a life: each step done a little before its day, or only after its day has passed.</summary>
    public static ReviewDriver Live(ProcessDefinition definition, bool late)
    {
        var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(120), new TimeOnly(9, 30)));
        review.Answering["agencies"] = "Education; Health visiting";
        review.Open();
        for (var step = 0; review.State.IsOpen; step++)
        {
            Assert.True(step < 1000, $"The review does not end; it stands in {review.State.Stage}.");
            if (review.Actions.MinBy(action => DayFor(review, action, late)) is not { } next)
            {
                review.MoveTo(review.NextWake!.Value);
            }
            else if (DayFor(review, next, late) is var day && day > review.Today)
            {
                // On the way something else may open that comes first.
                var wake = review.NextWake is { } at ? LondonTime.DateOf(at) : day;
                review.MoveTo(wake > review.Today && wake < day ? wake : day);
            }
            else
            {
                review.Answering["plannedPublicationOn"] = $"{review.Calendar.After(review.Today, Budget.WorkingDays(12)):yyyy-MM-dd}";
                Assert.IsType<Verdict.Accepted>(review.Take(next));
                review.SendLetters();
            }
        }

        return review;
    }

    // The day on which a step is done: three working days before its limit, or one to three after it.
    private static DateOnly DayFor(ReviewDriver review, ReviewAction action, bool late)
    {
        var opened = action.Item.OpenedOn;
        if (action.DueOn is not { } due)
            return review.Calendar.After(opened, Budget.WorkingDays(late ? 5 : 1));
        return late
            ? review.Calendar.After(due, Budget.WorkingDays(1 + (action.Item.Id.Length % 3)))
            : review.Calendar.Before(due, Budget.WorkingDays(3)) is var early && early > opened ? early : opened;
    }

    public static string Write(IEnumerable<JournalEntry> journal) =>
        string.Concat(journal.Select(entry => JsonSerializer.Serialize(entry, Json) + "\n"));

    public static JournalEntry[] Read(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JournalEntry>(line, Json)!)];

    /// <summary>What became of the review, in lines that a person can read and compare.</summary>
    public static string Summary(ReviewState state)
    {
        var today = LondonTime.DateOf(state.ChangedAt);
        string[] lines =
        [
            $"{state.Process}@{state.Version}: {state.Status} on {today:yyyy-MM-dd} in {state.Stage}, opened on {state.OpenedOn:yyyy-MM-dd}, {state.Sequence} entries",
            .. state.Deadlines.Values.OrderBy(each => each.DueOn).ThenBy(each => each.Id, StringComparer.Ordinal)
                .Select(each => $"deadline {each.Id}: due {each.DueOn:yyyy-MM-dd}, {each.On(today)}"
                    + (each.MetOn is { } met ? $" on {met:yyyy-MM-dd}" : "") + (each.Fired.Count > 0 ? $", {each.Fired.Count} rungs" : "")),
            .. state.Items.Values.Where(item => item.Outcome is not null || item.Gap).OrderBy(item => item.Id, StringComparer.Ordinal)
                .Select(item => $"item {item.Id}: {(item.Gap ? "gap" : item.Outcome)}"),
            .. state.Letters.Values.GroupBy(letter => (letter.Kind, letter.Status)).OrderBy(group => group.Key)
                .Select(group => $"letters {group.Key.Kind}, {group.Key.Status}: {group.Count()}"),
            .. state.Publications.Select(each =>
                $"publication {each.Document} {each.DocumentVersion}, {each.Form}: {each.PublishedOn:yyyy-MM-dd} to {each.WithdrawnOn:yyyy-MM-dd}"),
        ];
        return string.Join('\n', lines) + "\n";
    }
}
