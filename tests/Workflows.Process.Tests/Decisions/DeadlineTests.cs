using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

public sealed class DeadlineTests
{
    private static readonly Caller Manager = ReviewDriver.As("business-manager");

    private static readonly Dictionary<string, FactInput> NoFacts = [];

    private static ReviewDriver Aware(string day)
    {
        var definition = ProcessCatalogue.Shipped.Choose("lcspr", new Dictionary<string, string> { ["awareOn"] = day }).Definition!;
        var review = new ReviewDriver(definition, LondonTime.At(DateOnly.Parse(day), new TimeOnly(9, 0)));
        review.Open();
        return review;
    }

    [Fact]
    public void A_limit_lasts_to_the_end_of_its_day_in_London()
    {
        var review = Aware("2026-06-01");
        var due = review.State.Deadlines["notification"].DueOn;
        Assert.Equal(new DateOnly(2026, 6, 8), due);
        Assert.Equal(DeadlineStanding.Pending, Standing(review, LondonTime.EndOf(due)));
        Assert.Equal(DeadlineStanding.Overdue, Standing(review, LondonTime.EndOf(due).AddSeconds(1)));
    }

    [Fact]
    public void Late_completion_stays_on_record()
    {
        var review = Aware("2026-06-01");
        review.MoveTo(new DateOnly(2026, 6, 12));
        review.TakeOne("notification");
        Assert.Equal(DeadlineStanding.MetLate, review.State.Deadlines["notification"].On(review.Today));
    }

    [Fact]
    public void The_reason_for_a_delay_can_be_recorded_after_the_work_was_done_late()
    {
        var review = Aware("2026-06-01");
        review.MoveTo(new DateOnly(2026, 6, 12));
        review.TakeOne("notification");
        review.Do(new ExplainDelay("notification", "The facts came late."), Manager);
        Assert.Equal("The facts came late.", review.State.Deadlines["notification"].DelayReason);
    }

    [Fact]
    public void A_corrected_date_moves_the_limit_and_the_journal_tells_both_days_and_why()
    {
        var review = Aware("2026-06-03");
        review.Do(new CorrectFact("awareOn", "2026-06-01", "The call came on Monday."), Manager);
        var moved = Assert.Single(review.Events<DeadlineMoved>());
        Assert.Equal((new DateOnly(2026, 6, 10), new DateOnly(2026, 6, 8)), (moved.From, moved.To));
        Assert.Equal(MoveReason.AnchorCorrected, moved.Because);
        Assert.Equal("The call came on Monday.", Assert.Single(review.Events<FactCorrected>()).Reason.Text);
    }

    [Fact]
    public void A_rung_that_is_still_past_does_not_fire_again_and_one_that_lies_ahead_does()
    {
        var review = Aware("2026-06-01");
        review.MoveTo(new DateOnly(2026, 6, 9));
        var before = review.Events<RungFired>().Count(rung => rung.Deadline == "notification");
        Assert.True(before >= 3);
        review.Do(new CorrectFact("awareOn", "2026-05-29", "A slip."), Manager);
        Assert.Equal(before, review.Events<RungFired>().Count(rung => rung.Deadline == "notification"));

        review.Do(new CorrectFact("awareOn", "2026-06-09", "A slip again."), Manager);
        var rearmed = review.Events<DeadlineMoved>().Last(move => move.Deadline == "notification").Rearmed;
        Assert.NotEmpty(rearmed);
        review.MoveTo(new DateOnly(2026, 6, 17));
        Assert.Equal(before + rearmed.Count, review.Events<RungFired>().Count(rung => rung.Deadline == "notification"));
    }

    [Fact]
    public void A_proclaimed_bank_holiday_moves_open_limits_and_leaves_met_ones()
    {
        var review = Aware("2026-06-01");
        review.TakeOne("notification");
        var rapidReview = review.State.Deadlines["rapid-review"].DueOn;
        review.Calendar = Calendars.WithExtraHoliday(new DateOnly(2026, 6, 4));
        review.Do(new Advance());
        Assert.Equal(review.Calendar.After(rapidReview, Budget.WorkingDays(1)), review.State.Deadlines["rapid-review"].DueOn);
        Assert.Equal(new DateOnly(2026, 6, 8), review.State.Deadlines["notification"].DueOn);
        Assert.All(review.Events<DeadlineMoved>(), move => Assert.Equal(MoveReason.CalendarChanged, move.Because));
    }

    [Fact]
    public void A_statutory_limit_cannot_be_extended_but_its_delay_can_be_explained()
    {
        var review = Aware("2026-06-01");
        var refusal = review.Refused(new ExtendDeadline("notification", new DateOnly(2026, 7, 1), "Busy."), Manager);
        Assert.Equal("extension", refusal.Rule);
        Assert.False(string.IsNullOrEmpty(refusal.Cite));
        review.Do(new ExplainDelay("notification", "The facts came late."), Manager);
        Assert.Equal("The facts came late.", review.State.Deadlines["notification"].DelayReason);
    }

    [Fact]
    public void A_local_limit_is_extended_with_a_reason_and_reminds_for_its_new_day()
    {
        var review = Aware("2026-06-01");
        review.TakeOne("notification");
        review.Do(new ExtendDeadline("agency-summary-1", new DateOnly(2026, 7, 1), "The agency asked for time."), Manager);
        Assert.Equal(new DateOnly(2026, 7, 1), review.State.Deadlines["agency-summary-1"].DueOn);
        var extension = review.Now;
        review.MoveTo(new DateOnly(2026, 7, 2));
        var rungs = review.Journal.Where(entry => entry.At > extension).Select(entry => entry.Event).OfType<RungFired>()
            .Where(rung => rung.Deadline == "agency-summary-1").ToArray();
        Assert.NotEmpty(rungs);
        Assert.All(rungs, rung => Assert.True(rung.Planned > LondonTime.StartOf(new DateOnly(2026, 6, 20))));
    }

    [Fact]
    public void A_delay_notice_is_held_where_the_partnership_confirms_and_goes_by_itself_in_the_end()
    {
        var review = Aware("2026-06-01");
        review.Roster = review.Roster with { EscalationsAreHeld = true };
        review.MoveTo(new DateOnly(2026, 6, 9));
        Assert.DoesNotContain(review.State.Letters.Values, letter => letter.Kind == LetterKind.DelayNotice);
        Assert.Contains(review.Actions, action => action.Item.Id == "release-1" && action.Roles.Contains("business-manager"));
        review.MoveTo(new DateOnly(2026, 6, 13));
        Assert.Single(review.State.Letters.Values, letter => letter.Kind == LetterKind.DelayNotice);
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == "release-1");
    }

    [Fact]
    public void A_held_delay_notice_goes_when_the_business_manager_releases_it()
    {
        var review = Aware("2026-06-01");
        review.Roster = review.Roster with { EscalationsAreHeld = true };
        review.MoveTo(new DateOnly(2026, 6, 9));
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new CompleteTask("release-1", NoFacts, Note: null), ReviewDriver.As("police-partner")).Kind);
        review.Do(new CompleteTask("release-1", NoFacts, Note: null), Manager);
        Assert.Single(review.State.Letters.Values, letter => letter.Kind == LetterKind.DelayNotice);
    }

    private static DeadlineStanding Standing(ReviewDriver review, DateTimeOffset at) =>
        review.State.Deadlines["notification"].On(LondonTime.DateOf(at));
}
