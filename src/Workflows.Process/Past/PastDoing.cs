using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;

namespace Workflows.Process.Past;

/// <summary>Does an open item as it was done in the past. What is not known of it stays unanswered.</summary>
internal static class PastDoing
{
    public static bool Do(Turn turn, PastStep step, List<PastProblem> problems)
    {
        var item = PastSteps.ItemOf(step.Item, turn.Plan)!;
        if (step.Roles.FirstOrDefault(role => !item.By.Contains(role)) is { } wrong)
        {
            problems.Add(new PastProblem(
                $"{step.Item}.by", $"'{Shown(wrong)}' does not do '{item.Title}'.", $"Give one of: {string.Join(", ", item.By)}."));
            return false;
        }

        if (item is not DecisionDefinition && step.Outcome is not null)
        {
            problems.Add(new PastProblem($"{step.Item}.outcome", $"'{item.Title}' is no decision.", "Leave this empty."));
            return false;
        }

        var by = PastActor.Of(step.Roles.Count > 0 ? step.Roles[0] : item.By[0]);
        var refusal = item switch
        {
            ApprovalDefinition approval => Approve(turn, approval, step),
            DocumentDefinition => Note(turn, step, by),
            DecisionDefinition decision => Decide(turn, decision, step, by),
            _ => Complete(turn, item, step, by),
        };
        if (refusal is not null)
        {
            problems.AddRange(PastWords.Problems(refusal, $"{step.Item}.on").Select(problem =>
                problem.Field is "rationale" or "note" or "outcome" or "heldAt" or "by" ? problem with { Field = $"{step.Item}.{problem.Field}" } : problem));
        }

        return refusal is null;
    }

    private static Refusal? Complete(Turn turn, ItemDefinition item, PastStep step, Actor by)
    {
        var check = new FactCheck(turn.State, turn.Today);
        if ((Check(check, item.Ask, step, item) ?? TextCheck.Refuse("note", step.Note, required: false, string.Empty)) is { } wrong)
        {
            return wrong;
        }

        turn.Add(new TaskCompleted(step.Item, step.On, check.Facts, check.Texts, Words.From(step.Note)), by);
        Publish(turn, item, step.Item, by);
        return null;
    }

    private static Refusal? Note(Turn turn, PastStep step, Actor by)
    {
        if (TextCheck.Refuse("heldAt", step.HeldAt, required: false, string.Empty) is { } wrong)
        {
            return wrong;
        }

        turn.Add(new PastDocumentNoted(step.Item, step.On, step.Sha256, Words.From(step.HeldAt)), by);
        return null;
    }

    private static Refusal? Approve(Turn turn, ApprovalDefinition approval, PastStep step)
    {
        var roles = step.Roles.Count > 0 ? step.Roles : approval.By;
        var quorum = Quorum.Of(approval, turn.State);
        if (roles.Distinct().Count() < quorum)
        {
            return Invalid("by", $"'{approval.Title}' wants {quorum} approvals. Give the roles that approved, or leave it empty for all.");
        }

        foreach (var role in roles.Distinct())
        {
            turn.Add(new ApprovalGiven(step.Item, role, Words.From(step.Note)), PastActor.Of(role));
        }

        return null;
    }

    private static Refusal? Decide(Turn turn, DecisionDefinition decision, PastStep step, Actor by)
    {
        var choices = string.Join(", ", decision.Outcomes.Where(each => each.Reopens.Count == 0).Select(each => each.Id));
        if (decision.Outcomes.FirstOrDefault(each => each.Id == step.Outcome) is not { } outcome)
        {
            return Invalid("outcome", step.Outcome is null
                ? $"The outcome of '{decision.Title}' is missing. Give one of: {choices}."
                : $"'{Shown(step.Outcome)}' is no outcome of '{decision.Title}'. Give one of: {choices}.");
        }

        if (outcome.Reopens.Count > 0)
        {
            return Invalid("outcome", $"'{outcome.Title}' was not the end of it. Give the outcome and the day with which it ended, one of: {choices}.");
        }

        var check = new FactCheck(turn.State, turn.Today);
        if ((Check(check, decision.Ask, step, decision)
            ?? TextCheck.Refuse("rationale", step.Rationale, required: false, string.Empty)) is { } wrong)
        {
            return wrong;
        }

        turn.Add(
            new DecisionMade(step.Item, outcome.Id, step.On, Words.From(step.Rationale), check.Facts, check.Texts, outcome.Go), by);
        Publish(turn, decision, step.Item, by);
        if (outcome.Close is { } ending)
        {
            Endings.Close(turn, ending == ReviewEnding.Closed ? new ReviewClosed() : new ReviewWithdrawn(Reason: null), by);
        }

        return null;
    }

    private static Refusal? Check(FactCheck check, IReadOnlyList<FactDefinition> asked, PastStep step, ItemDefinition item)
    {
        var facts = step.Facts;
        if (item.On is { } on && !facts.ContainsKey(on))
        {
            facts = new Dictionary<string, FactInput>(facts) { [on] = $"{step.On:yyyy-MM-dd}" };
        }

        return check.Check([.. asked.Select(fact => fact with { Required = false })], facts);
    }

    // A document that is held elsewhere cannot be read by the public: it enters the register when it is given.
    private static void Publish(Turn turn, ItemDefinition item, string instance, Actor by) =>
        Publishing.Follow(turn, item, instance, by);

    private static Refusal Invalid(string field, string problem) => Refusals.Invalid("past-is-told", field, problem);

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
