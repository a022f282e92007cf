using Workflows.Process.Decisions;
using Workflows.Process.Tests.Decisions;
using static Workflows.Process.Tests.Moves.MovedReview;

namespace Workflows.Process.Tests.Moves;

/// <summary>Moves that do not fit, or that somebody turns down.</summary>
public sealed class MoveRefusalTests
{
    [Theory]
    [InlineData("  helpers: { type: text, list: true, ask: Who helps? }", "  helpers: { type: text, list: true, ask: Who helps? }\n  size: { type: number, ask: How large? }", "How large?")]
    [InlineData("  - id: first\n    title: First stage", "  - id: beginning\n    title: First stage", "stage")]
    [InlineData("      - task: telling\n        title: Tell them\n        by: [manager]\n", "      - document: telling\n        title: Tell them\n        by: [manager]\n", "another kind")]
    public void What_does_not_fit_is_named_and_the_move_is_refused(string old, string now, string says)
    {
        var review = Opened(Newer("2026.2", (old, now)));
        var report = MoveReport.Of(review.State, review.Context, "2026.2", out _)!;
        var refusal = Assert.IsType<Verdict.Refused>(review.Give(new ProposeMove("2026.2", "Why.", NoFacts), ReviewDriver.As("manager"))).Refusal;

        Assert.Contains(says, string.Join(' ', report.Problems.Concat(report.Asks.Select(fact => fact.Ask))), StringComparison.Ordinal);
        Assert.Contains(says, $"{refusal.Message} {string.Join(' ', refusal.Fields.Values)}", StringComparison.Ordinal);
        Assert.Null(review.State.Move);
    }

    [Fact]
    public void Answers_that_the_newer_version_asks_come_with_the_proposal()
    {
        var review = Opened(Newer("2026.2", ("  helpers: { type: text, list: true, ask: Who helps? }", "  helpers: { type: text, list: true, ask: Who helps? }\n  size: { type: number, ask: How large? }")));
        var size = new Dictionary<string, FactInput> { ["size"] = new FactInput("3", FactInputKind.Number) };
        review.Do(new ProposeMove("2026.2", "The rules changed.", size), ReviewDriver.As("manager"));
        review.Do(new GiveApproval("move-1", Approve: true, Reason: null), new Caller("second.manager", ["manager"]));
        Assert.Equal("3", review.State.Facts["size"]);
    }

    [Theory]
    [InlineData("2026.1")]
    [InlineData("2025.1")]
    [InlineData("other@2027.1")]
    [InlineData("")]
    public void Only_a_newer_version_of_the_same_process_is_moved_to(string version)
    {
        var review = Opened(Newer());
        Assert.Equal("version-is-newer", review.Refused(new ProposeMove(version, "Why.", NoFacts), ReviewDriver.As("manager")).Rule);
    }

    [Fact]
    public void A_move_turned_down_changes_nothing_and_can_be_proposed_again()
    {
        var review = Opened(Newer());
        review.Do(new ProposeMove("2026.2", "Why.", NoFacts), ReviewDriver.As("manager"));
        Assert.Equal("move-is-pending", review.Refused(new ProposeMove("2026.2", "Why.", NoFacts), ReviewDriver.As("manager")).Rule);
        review.Do(new GiveApproval("move-1", Approve: false, "Too late in the day."), new Caller("second.manager", ["manager"]));
        Assert.Equal("2026.1", review.State.Version);
        review.Do(new ProposeMove("2026.2", "Again.", NoFacts), ReviewDriver.As("manager"));
        Assert.Equal("move-2", review.State.Move!.Id);
    }
}
