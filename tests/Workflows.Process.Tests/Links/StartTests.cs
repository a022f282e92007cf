using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Links;

/// <summary>Reviews that outcomes start, as the shipped definitions have it.</summary>
public sealed class StartTests
{
    public static TheoryData<string, string, string> Starts
    {
        get
        {
            var starts = new TheoryData<string, string, string>();
            foreach (var definition in ProcessCatalogue.Shipped.All)
            {
                foreach (var decision in definition.Items.OfType<DecisionDefinition>())
                {
                    foreach (var outcome in decision.Outcomes.Where(outcome => outcome.Start is not null))
                        starts.Add(definition.Key, decision.Id, outcome.Id);
                }
            }

            return starts;
        }
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void Every_start_names_a_process_that_ships_and_questions_that_it_asks(string key, string decision, string outcome)
    {
        var start = ((DecisionDefinition)ProcessCatalogue.Shipped.Find(key)!.Items.Single(item => item.Id == decision)).Outcomes.Single(each => each.Id == outcome).Start!;
        var started = ProcessCatalogue.Shipped.Find(start.Process);
        Assert.NotNull(started);
        Assert.Empty(start.With.Keys.Except(started.Facts.Select(fact => fact.Name)));
        Assert.NotNull(LinkKind.Find(start.Link));
    }

    [Fact]
    public void A_decision_made_again_starts_no_second_review()
    {
        var review = Local().UntilOffered("next-step");
        review.TakeOne("next-step", "refer");
        review.TellOthers();
        Assert.Equal("national-review", Assert.Single(review.State.Links.Values).Process);

        review.UntilOffered("panel-response");
        review.TakeOne("panel-response", "consider-national");
        Assert.Single(review.Events<StartIntended>());
    }

    [Fact]
    public void A_review_that_could_not_be_opened_is_asked_for_again_with_the_reason()
    {
        var review = Local().UntilOffered("next-step");
        review.TakeOne("next-step", "refer");
        review.Do(new RecordStart("start-1", Review: null, "The Panel's rules do not apply on that day."));

        var action = review.Actions.Single(each => each.Item.Id == "start-1");
        Assert.Contains("do not apply", action.Definition.Help, StringComparison.Ordinal);
        Assert.IsType<Verdict.Accepted>(review.Take(action));
        Assert.Equal(StartStatus.Ready, review.State.Starts["start-1"].Status);
        Assert.NotNull(review.NextWake);
    }

    [Fact]
    public void A_started_review_is_open_in_the_name_of_who_decided_and_knows_where_it_comes_from()
    {
        var definition = ProcessCatalogue.Shipped.Find("national-review")!;
        var review = new ReviewDriver(definition, LondonTime.At(new DateOnly(2026, 5, 5), new TimeOnly(9, 30)));
        var from = new StartedFrom(new string('a', 32), "lcspr", "referral", new Actor("somebody", "authority-partner"));
        review.Do(new OpenReview("fernshire", "EX-1", new Dictionary<string, string>(), review.Answers(definition.Facts)) { From = from });

        Assert.Equal("somebody", review.State.OpenedBy);
        var link = Assert.Single(review.State.Links.Values);
        Assert.Equal((new string('a', 32), LinkSide.Follows, false), (link.Review, link.Side, link.IsToTell));
    }

    private static ReviewDriver Local()
    {
        var review = new ReviewDriver(ProcessCatalogue.Shipped.Find("lcspr")!, LondonTime.At(new DateOnly(2026, 5, 5), new TimeOnly(9, 30)));
        review.Open();
        return review;
    }
}
