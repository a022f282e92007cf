using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Learning;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Learning;

public sealed class QualityTests
{
    private static readonly Caller Assurer = ReviewDriver.As("quality-assurer");

    public static TheoryData<string> Processes => [.. ProcessCatalogue.Shipped.Keys];

    [Fact]
    public void There_are_eighteen_markers_each_with_prompts_source_and_mark()
    {
        var markers = QualityMarkers.Current.Markers;
        Assert.Equal(18, markers.Count);
        Assert.Equal(18, markers.Select(marker => marker.Id).Distinct().Count());
        Assert.Equal([5, 8, 5], new[] { "set-up", "running", "outputs" }.Select(phase => markers.Count(marker => marker.Phase == phase)));
        Assert.All(markers.Concat(QualityMarkers.Current.Indicators), marker =>
        {
            Assert.NotEmpty(marker.Prompts);
            Assert.NotEmpty(marker.Cite);
        });
        Assert.Equal(5, QualityMarkers.Current.Indicators.Count);
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Every_shipped_process_has_its_markers_and_names_only_stages_that_it_has(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var stages = QualityMarkers.Current.Stages[definition.Id];
        Assert.Empty(stages.Keys.Except(ProcessCatalogue.Shipped.All.Where(each => each.Id == definition.Id).SelectMany(each => each.Stages).Select(stage => stage.Id)));
        Assert.NotEmpty(QualityMarkers.Current.Of(definition));
        Assert.All(QualityMarkers.Current.AssurersOf(definition), role => Assert.Contains(role, definition.Roles.Keys));
        if (definition.Id != "serious-incident-notification")
        {
            Assert.Equal(18, QualityMarkers.Current.Of(definition).Count + (definition.Id == "learning-review" ? 1 : 0));
        }
    }

    [Fact]
    public void The_assurer_answers_a_marker_or_sets_it_aside_with_a_reason()
    {
        var review = Recommended.Opened();
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new AnswerMarker("referral", SetAside: false, "Yes."), Recommended.Manager).Kind);
        Assert.Equal(RefusalKind.Unknown, review.Refused(new AnswerMarker("moonlight", SetAside: false, "Yes."), Assurer).Kind);
        Assert.Equal(RefusalKind.Invalid, review.Refused(new AnswerMarker("referral", SetAside: true, " "), Assurer).Kind);
        review.Do(new AnswerMarker("referral", SetAside: false, "Prompt."), Assurer);
        review.Do(new AnswerMarker("commissioning", SetAside: true, "There is one reviewer in the area."), Assurer);
        Assert.False(review.State.Learning.Markers["referral"].SetAside);
        Assert.True(review.State.Learning.Markers["commissioning"].SetAside);
    }

    [Fact]
    public void Whoever_did_a_reviewers_work_does_not_assure_it()
    {
        var review = Recommended.Opened().UntilOffered("report");
        var both = new Caller("both", ["lead-reviewer", "quality-assurer"]);
        review.Do(new AnswerMarker("referral", SetAside: false, "Prompt."), both);
        review.Do(new StoreDocument("report", new string('a', 64), 10, "text/plain", "report.txt"), both);
        Assert.Equal("assurer-is-not-reviewer", review.Refused(new AnswerMarker("report", SetAside: false, "Good."), both).Rule);
        review.Do(new AnswerMarker("report", SetAside: false, "Good."), Assurer);
    }

    [Fact]
    public void Markers_hold_nothing_up()
    {
        var review = Recommended.Opened();
        review.RunToTheEnd();
        Assert.Empty(review.State.Learning.Markers);
    }
}
