using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Learning;

/// <summary>A review in which something was recommended, with people of two agencies.</summary>
internal static class Recommended
{
    public static readonly Caller Manager = ReviewDriver.As("business-manager");
    public static readonly Caller Partner = ReviewDriver.As("police-partner");
    public static readonly Caller Lead = new("education.lead", ["agency-lead", "agency-lead/education"]);
    public static readonly Caller Officer = new("education.officer", ["agency-senior-officer", "agency-senior-officer/education"]);
    public static readonly Caller OtherLead = new("health.lead", ["agency-lead", "agency-lead/health"]);

    public static readonly RecommendationInput Says = new(
        "Schools tell the service at once when a child is taken off the roll.", "Education", "agency-lead", "Head of admissions",
        "Nobody is lost between two schools.", "Audit of fifty cases.");

    /// <summary>A review opened on a Monday; nothing is done in it.</summary>
    public static ReviewDriver Opened(string key = "lcspr@2026.1", string day = "2026-06-01")
    {
        var review = new ReviewDriver(ProcessCatalogue.Shipped.Find(key)!, LondonTime.At(DateOnly.Parse(day), new TimeOnly(10, 0)));
        review.Roster = review.Roster with
        {
            Holders = new Dictionary<string, IReadOnlyList<string>>(review.Roster.Holders)
            {
                ["agency-lead"] = [Lead.User, OtherLead.User],
                ["agency-lead/education"] = [Lead.User],
                ["agency-lead/health"] = [OtherLead.User],
                ["agency-senior-officer/education"] = [Officer.User],
            },
        };
        review.Open();
        review.SendLetters();
        return review;
    }

    /// <summary>The same with one recommendation, evaluated in a year.</summary>
    public static ReviewDriver Once(string key = "lcspr@2026.1")
    {
        var review = Opened(key);
        review.Recommend();
        return review;
    }

    public static void Recommend(this ReviewDriver review, RecommendationInput? says = null) =>
        review.Do(new MakeRecommendation(says ?? Says, review.Today.AddYears(1), ["information-sharing"]), Manager);

    public static IEnumerable<string> Rungs(this ReviewDriver review, string limit) =>
        review.Events<RungFired>().Where(rung => rung.Deadline == limit).Select(rung => rung.Rung);

    /// <summary>Who was written to about a limit, in order.</summary>
    public static IReadOnlyList<string> ToldOf(this ReviewDriver review, string limit) => [.. review.Events<LetterIntended>()
        .Where(letter => letter.Topics.Any(topic => topic.Deadline == limit)).Select(letter => letter.To)];

    public static DeadlineState Limit(this ReviewDriver review, string limit) => review.State.Learning.Limits[limit];
}
