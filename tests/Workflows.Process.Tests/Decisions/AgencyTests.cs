using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

/// <summary>What is asked of each agency: its own limit, its own officer, and the gap that is left where nothing comes.</summary>
public sealed class AgencyTests
{
    private static readonly DateOnly Aware = new(2026, 6, 1);

    [Fact]
    public void What_one_agency_owes_goes_to_its_own_senior_officer_and_then_to_every_partner()
    {
        var review = Asked();
        var due = review.State.Deadlines["agency-summary-2"].DueOn;
        review.TakeOne("agency-summary-1");

        review.MoveTo(review.Calendar.After(due, Budget.WorkingDays(1)));
        Assert.Equal(["senior.of.health"], ToldOfDelay(review, "agency-summary-2"));

        review.MoveTo(review.Calendar.After(due, Budget.WorkingDays(3)));
        Assert.Equal(
            ["authority-partner.person", "health-partner.person", "police-partner.person", "senior.of.health"],
            ToldOfDelay(review, "agency-summary-2"));
        Assert.Empty(ToldOfDelay(review, "agency-summary-1"));
    }

    [Fact]
    public void A_partnership_that_releases_notices_to_the_Panel_lets_its_own_officers_hear_at_once()
    {
        var review = Asked();
        review.Roster = review.Roster with { EscalationsAreHeld = true };
        review.MoveTo(review.Calendar.After(review.State.Deadlines["agency-summary-2"].DueOn, Budget.WorkingDays(1)));
        Assert.Equal(["senior.of.health"], ToldOfDelay(review, "agency-summary-2"));
        Assert.DoesNotContain(review.Events<EscalationHeld>(), held => held.Deadline.StartsWith("agency-summary", StringComparison.Ordinal));
    }

    [Fact]
    public void An_agency_without_an_officer_of_its_own_is_told_to_all_who_hold_the_role()
    {
        var review = Asked("Probation");
        review.MoveTo(review.Calendar.After(review.State.Deadlines["agency-summary-1"].DueOn, Budget.WorkingDays(1)));
        Assert.Equal(["agency-senior-officer.person"], ToldOfDelay(review, "agency-summary-1"));
    }

    [Theory]
    [InlineData("lcspr", "agency-chronology", "agency-material")]
    [InlineData("lcspr", "management-review", "agency-material")]
    [InlineData("serious-case-review", "agency-chronology", "management-reviews-gathered")]
    [InlineData("serious-case-review", "management-review", "management-reviews-gathered")]
    public void What_an_agency_never_sent_holds_up_nobody_and_is_kept_as_a_gap(string process, string request, string gathered)
    {
        var definition = ProcessCatalogue.Shipped.Find(process)!;
        var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(30), new TimeOnly(9, 0)));
        review.Answering["agencies"] = "Education; Health";
        review.Open();
        review.RunToTheEnd(action => action.Item.Id != $"{request}-2");
        Assert.Equal((ItemStatus.Lapsed, true), (review.State.Items[$"{request}-2"].Status, review.State.Items[$"{request}-2"].Gap));
        Assert.Equal(ItemStatus.Done, review.State.Items[$"{request}-1"].Status);
        Assert.Equal(ItemStatus.Done, review.State.Items[gathered].Status);
    }

    private static ReviewDriver Asked(string agencies = "Education; Health")
    {
        var definition = ProcessCatalogue.Shipped.Choose("lcspr", new Dictionary<string, string> { ["awareOn"] = $"{Aware:yyyy-MM-dd}" }).Definition!;
        var review = new ReviewDriver(definition, LondonTime.At(Aware, new TimeOnly(9, 0)));
        review.Roster = review.Roster with
        {
            Holders = new Dictionary<string, IReadOnlyList<string>>(review.Roster.Holders)
            {
                ["agency-senior-officer/health"] = ["senior.of.health"],
                ["agency-senior-officer/education"] = ["senior.of.education"],
            },
        };
        review.Answering["agencies"] = agencies;
        review.Open();
        review.TakeOne("notification");
        return review;
    }

    private static string[] ToldOfDelay(ReviewDriver review, string deadline) =>
    [
        .. review.Events<LetterIntended>()
            .Where(letter => letter.Kind == LetterKind.DelayNotice && letter.Topics.Any(topic => topic.Deadline == deadline))
            .Select(letter => letter.To).Distinct().Order(StringComparer.Ordinal),
    ];
}
