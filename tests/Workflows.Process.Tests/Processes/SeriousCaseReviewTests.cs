using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Processes;

public sealed class SeriousCaseReviewTests
{
    private static ReviewDriver Begin(string version, string day)
    {
        var definition = ProcessCatalogue.Shipped.Find($"serious-case-review@{version}")!;
        var review = new ReviewDriver(definition, LondonTime.At(DateOnly.Parse(day), new TimeOnly(9, 30)));
        review.Answering["agencies"] = "Education; Housing; Health visiting";
        review.Open();
        return review;
    }

    [Theory]
    [InlineData("2006-04-01", "serious-case-review@2006.1")]
    [InlineData("2010-03-16", "serious-case-review@2006.1")]
    [InlineData("2010-03-17", "serious-case-review@2010.1")]
    [InlineData("2013-04-14", "serious-case-review@2010.1")]
    [InlineData("2013-04-15", "serious-case-review@2013.1")]
    [InlineData("2015-03-25", "serious-case-review@2013.1")]
    [InlineData("2015-03-26", "serious-case-review@2015.1")]
    [InlineData("2019-09-28", "serious-case-review@2015.1")]
    public void The_edition_in_force_when_it_became_known_governs(string day, string key) => Assert.Equal(
        key, ProcessCatalogue.Shipped.Choose("serious-case-review", Aware(day)).Definition?.Key);

    [Theory]
    [InlineData("2006-03-31")]
    [InlineData("2019-09-29")]
    public void Outside_their_time_none_is_opened_and_the_alternatives_are_told(string day)
    {
        var choice = ProcessCatalogue.Shipped.Choose("serious-case-review", Aware(day));
        Assert.Null(choice.Definition);
        Assert.Equal(4, choice.Alternatives.Count);
    }

    [Theory]
    [InlineData("2006.1", "2008-01-31", "2008-02-29", "2008-05-31")]
    [InlineData("2010.1", "2010-08-31", "2010-09-30", "2011-02-28")]
    [InlineData("2013.1", "2013-05-01", "2013-06-01", "2013-11-01")]
    public void A_month_for_the_chair_and_four_or_six_months_for_the_review(string version, string day, string decide, string complete)
    {
        var review = Begin(version, day);
        Assert.Equal(DateOnly.Parse(decide), review.State.Deadlines["chair-decision"].DueOn);
        review.TakeOne("chair-decision");
        review.TakeOne("initiation");
        Assert.Equal(DateOnly.Parse(complete), review.State.Deadlines["completion"].DueOn);
    }

    [Theory]
    [InlineData("2006.1", "2010-03-01", "executive-summary")]
    [InlineData("2010.1", "2010-06-09", "executive-summary")]
    [InlineData("2010.1", "2010-06-10", "overview-report, executive-summary")]
    [InlineData("2013.1", "2013-09-02", "overview-report, executive-summary")]
    public void What_is_published_follows_the_day_of_initiation(string version, string day, string published)
    {
        var review = Begin(version, day);
        review.RunToTheEnd();
        Assert.Equal(published, string.Join(", ", review.Events<DocumentPublished>().Select(each => each.Document)));
        Assert.All(review.State.Publications, each => Assert.True(each.WithdrawnOn >= each.PublishedOn.AddMonths(12)));
    }

    [Fact]
    public void Compelling_concerns_keep_everything_back_and_the_reasons_are_sent()
    {
        var review = Begin("2015.1", "2016-02-01").UntilOffered("publication-form");
        var bare = new MakeDecision("publication-form", "withheld", " ", new Dictionary<string, FactInput>());
        Assert.Contains("rationale", review.Refused(bare, ReviewDriver.As("lscb-chair")).Fields.Keys);
        review.TakeOne("publication-form", "withheld");
        Assert.Contains(review.Actions, action => action.Item.Id == "withholding-reasons");
        review.RunToTheEnd();
        Assert.Empty(review.State.Publications);
        Assert.Equal(ItemStatus.Skipped, review.State.Items["publish-summary"].Status);
    }

    [Fact]
    public void A_board_that_has_not_said_it_will_publish_is_reminded_every_month_until_it_says_so()
    {
        var review = Begin("2010.1", "2011-01-10");
        review.TakeOne("chair-decision");
        review.TakeOne("initiation");
        review.MoveTo(new DateOnly(2011, 4, 11));
        Assert.Equal(
            [new DateOnly(2011, 2, 10), new(2011, 3, 10), new(2011, 4, 10)],
            review.State.Items.Values.Where(item => item.Definition == "publication-reminder").Select(item => item.OpenedOn).Order());
        Assert.Equal(3, review.State.Letters.Values.Count(letter => letter.Kind == LetterKind.Notice && letter.To == ReviewDriver.User("lscb-chair")));

        review.TakeOne("publication-statement");
        review.MoveTo(new DateOnly(2011, 9, 1));
        Assert.Equal(3, review.State.Items.Values.Count(item => item.Definition == "publication-reminder"));
    }

    [Fact]
    public void A_board_whose_review_began_before_the_duty_is_not_reminded_of_it()
    {
        var review = Begin("2006.1", "2009-03-02");
        review.TakeOne("chair-decision");
        review.TakeOne("initiation");
        review.MoveTo(new DateOnly(2009, 9, 1));
        Assert.DoesNotContain(review.State.Items.Values, item => item.Definition == "publication-reminder");
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == "publication-statement");
    }

    [Theory]
    [InlineData("2013.1", "2013-05-25", "2013-06-08")]
    [InlineData("2015.1", "2015-12-21", "2016-01-04")]
    public void Where_none_is_initiated_the_national_panel_is_told_within_fourteen_days(string version, string day, string due)
    {
        var review = Begin(version, day).UntilOffered("chair-decision");
        review.TakeOne("chair-decision", "not-initiate");
        Assert.Equal(DateOnly.Parse(due), review.State.Deadlines["tell-experts"].DueOn);
        review.MoveTo(DateOnly.Parse(due).AddDays(10));
        Assert.Contains(review.State.Letters.Values, letter => letter.Kind == LetterKind.DelayNotice && letter.To == ReviewDriver.User("experts-panel"));
    }

    [Fact]
    public void A_management_review_that_never_comes_is_kept_as_a_gap()
    {
        var review = Begin("2010.1", "2010-09-01");
        review.RunToTheEnd(action => action.Item.Id != "management-review-2");
        Assert.Equal(3, review.State.Items.Values.Count(item => item.Definition == "management-review"));
        Assert.True(review.State.Items["management-review-2"].Gap);
        Assert.False(review.State.Items["management-review-1"].Gap);
    }

    private static Dictionary<string, string> Aware(string day) => new() { ["awareOn"] = day };
}
