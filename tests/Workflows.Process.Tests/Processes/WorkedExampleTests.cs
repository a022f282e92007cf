using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;
using Workflows.Process.Tests.Definitions;

namespace Workflows.Process.Tests.Processes;

/// <summary>The definition in the documentation: a kind of review that the program has never heard of.</summary>
public sealed class WorkedExampleTests
{
    private const string Key = "domestic-abuse-related-death-review@2024.1";

    private static readonly string Text = Samples.Carried($"WorkedExample.{Key}.yaml")!;

    private static ReviewDriver Begin()
    {
        var catalogue = ProcessCatalogue.Of([(Key, () => Text)]);
        var facts = new Dictionary<string, string> { ["notifiedOn"] = "2026-03-02" };
        var chosen = catalogue.Choose("domestic-abuse-related-death-review", facts).Definition!;
        var review = new ReviewDriver(chosen, LondonTime.At(new DateOnly(2026, 3, 2), new TimeOnly(9, 30)));
        review.Answering["agencies"] = "Housing; General practice";
        review.Open();
        return review;
    }

    [Fact]
    public void It_passes_the_check()
    {
        var check = DefinitionCheck.Of([($"{Key}.yaml", Text)]);
        Assert.True(check.ExitCode == 0, string.Join('\n', check.Lines));
    }

    [Fact]
    public void It_is_no_part_of_the_program() => Assert.DoesNotContain(Key, ProcessCatalogue.Shipped.Keys);

    [Fact]
    public void It_runs_from_the_notification_to_the_end_of_publication()
    {
        var review = Begin();
        Assert.Equal(new DateOnly(2026, 4, 2), review.State.Deadlines["decision-to-review"].DueOn);
        review.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, review.State.Status);
        Assert.Equal("overview", Assert.Single(review.Events<DocumentPublished>()).Document);
        Assert.Equal(DeadlineStanding.Met, review.State.Deadlines["completion"].On(review.Today));
    }

    [Fact]
    public void Where_nobody_acts_the_Home_Office_is_told()
    {
        var review = Begin();
        review.MoveTo(new DateOnly(2026, 4, 20));
        var notice = Assert.Single(review.State.Letters.Values, letter => letter.Kind == LetterKind.DelayNotice);
        Assert.Equal(ReviewDriver.User("home-office"), notice.To);
    }

    [Fact]
    public void Where_no_review_is_held_its_six_months_do_not_run()
    {
        var review = Begin();
        review.TakeOne("decision-to-review", "none");
        Assert.DoesNotContain(review.State.Deadlines.Values, deadline => deadline.Id == "completion" && deadline.IsRunning);
        review.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, review.State.Status);
    }

    [Fact]
    public void It_keeps_the_laws_over_random_lives()
    {
        var definition = Samples.Read(Text);
        for (var seed = 1; seed <= 20; seed++)
            new RandomWalk(definition, seed).Run(steps: 200);
    }
}
