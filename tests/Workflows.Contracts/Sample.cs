using System.Text;
using System.Text.Json;
using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>Summaries, lines and appends to test stores with.</summary>
public static class Sample
{
    /// <summary>Text that a careless store would take for a command, a path, a format or the end of a string.</summary>
    public const string Hostile = "'; DROP TABLE review; -- \" \\ %s {0} ../.. \u0000 \u202E <b> 🧒🏽 é ﷽ _%*?";

    /// <summary>A Monday morning in January: 5 January 2026, 09:00 UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A plain open review's summary; change it with <c>with</c>.</summary>
    public static ReviewSummary Summary(ReviewId? review = null, long position = 1) => new()
    {
        Id = review ?? ReviewId.New(),
        Partnership = "exampleshire",
        Process = "lcspr",
        ProcessVersion = "2026.1",
        Reference = "EX-2026-001",
        State = "open",
        Stage = "rapid-review",
        OpenedAt = Start,
        ChangedAt = Start,
        Position = position,
    };

    /// <summary>A summary in which nothing is left out.</summary>
    public static ReviewSummary FullSummary()
    {
        var review = ReviewId.New();
        return Summary(review, position: 41) with
        {
            Reference = Hostile,
            ChangedAt = Start.AddDays(3).AddTicks(1),
            NextDueOn = new DateOnly(2026, 1, 26),
            NextWakeAt = Start.AddDays(4).AddTicks(7),
            LettersInTrouble = 2,
            ToldTo = ["panel", "dfe", Hostile],
            Publishing = new PublishingSummary(new DateOnly(2026, 7, 5), IsOwed: true),
            Publications = [Publication(review), Publication(review) with { WithdrawnOn = new DateOnly(2027, 2, 1) }],
        };
    }

    /// <summary>A publication of a review, with an identifier of its own.</summary>
    public static Publication Publication(ReviewId review, DateOnly? on = null) => new()
    {
        Id = ReviewId.New().Value,
        Review = review,
        Title = Hostile,
        Partnership = "exampleshire",
        Form = "in-full",
        PublishedOn = on ?? new DateOnly(2026, 1, 20),
        Sha256 = new string('a', 64),
        Bytes = 1234,
        MediaType = "application/pdf",
    };

    /// <summary>A line that tells which review, position and writer it is of.</summary>
    public static JournalLine Line(ReviewId review, long sequence, string writer = "a") =>
        new(sequence, Encoding.UTF8.GetBytes(
            $$"""{"review":"{{review}}","sequence":{{sequence}},"writer":"{{writer}}","words":"“é” 🧒🏽 \u0000"}"""));

    /// <summary>An append of some lines after a position.</summary>
    public static JournalAppend Append(ReviewId review, long expected, int lines = 1, string writer = "a") => new(
        review,
        expected,
        [.. Enumerable.Range(1, lines).Select(i => Line(review, expected + i, writer))],
        Summary(review, expected + lines) with { Reference = writer });

    /// <summary>The lines as text, so that a failed comparison can be read.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<JournalLine> lines) =>
        [.. lines.Select(line => $"{line.Sequence} {Encoding.UTF8.GetString(line.Utf8.Span)}")];

    /// <summary>Asserts that two summaries say the same; records compare the lists in them by reference only.</summary>
    public static void Same(ReviewSummary? expected, ReviewSummary? actual) =>
        Assert.Equal(Json(expected), Json(actual));

    private static string Json(ReviewSummary? summary) =>
        summary is null ? "null" : JsonSerializer.Serialize(summary);
}
