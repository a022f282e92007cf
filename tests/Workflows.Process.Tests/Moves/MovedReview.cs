using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Tests.Decisions;
using Workflows.Process.Tests.Definitions;

namespace Workflows.Process.Tests.Moves;

/// <summary>A small review, and newer versions of its process.</summary>
internal static class MovedReview
{
    public static readonly Dictionary<string, FactInput> NoFacts = [];

    // A newer version with a shorter limit for one task, a longer one for another, a new task, and a question more at opening.
    private static readonly (string Old, string New)[] Changes =
    [
        ("version: \"2026.1\"", "version: \"2026.2\""),
        ("within: 5 working days, of: facts.heardOn", "within: 8 working days, of: facts.heardOn"),
        ("      - document: report\n", "      - task: looking\n        title: Look at it\n        by: [manager]\n        due: { within: 3 days, of: item.opened, force: local, cite: New, checked: unverified, ladder: gentle }\n      - document: report\n"),
        ("        due: { within: 2 weeks, of: item.opened, force: advisory, cite: Custom, checked: unverified, ladder: gentle }\n", ""),
        ("after: [telling, { item: part, orDue: true }]", "after: [telling, part]"),
    ];

    public static void Move(ReviewDriver review, bool sendLetters = true)
    {
        review.Do(new ProposeMove("2026.2", "The rules changed.", NoFacts), ReviewDriver.As("manager"));
        review.Do(new GiveApproval("move-1", Approve: true, Reason: null), new Caller("second.manager", ["manager"]));
        if (sendLetters)
            review.SendLetters();
    }

    public static ReviewDriver Opened(ProcessCatalogue catalogue)
    {
        var definition = catalogue.Find("small@2026.1")!;
        var review = new ReviewDriver(definition, LondonTime.At(new DateOnly(2026, 5, 5), new TimeOnly(9, 30))) { Catalogue = catalogue };
        review.Open();
        review.SendLetters();
        return review;
    }

    public static ProcessCatalogue Newer() => Newer("2026.2", Changes);

    public static ProcessCatalogue Newer(string version, params (string Old, string New)[] changes)
    {
        var text = Samples.Small.ReplaceLineEndings("\n");
        foreach (var (old, now) in changes.Prepend(Changes[0]).Distinct())
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }

        return ProcessCatalogue.Of([("small@2026.1", () => Samples.Small), ($"small@{version}", () => text)]);
    }
}
