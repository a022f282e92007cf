using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What people do in a review: the right thing, the wrong one, the rare one.</summary>
internal sealed partial class Deeds(Random random)
{
    /// <summary>A command and the role in which somebody gives it.</summary>
    public (ReviewCommand Command, string Role) Any(ReviewFile file, IReadOnlyList<ReviewAction> actions, DateOnly today) =>
        random.Next(10) switch
        {
            0 => (Wrong(file.Definition), Pick([.. file.Definition.Roles.Keys])),
            1 => (Rare(file.State, today), random.Next(6) == 0 ? Pick([.. file.Definition.Roles.Keys]) : file.Definition.OpenedBy[0]),
            _ when actions.Count > 0 => Act(Pick(actions), today),
            _ => (new Advance(), file.Definition.OpenedBy[0]),
        };

    /// <summary>Answers to what is asked; now and then a wrong one.</summary>
    public Dictionary<string, FactInput> Answers(IReadOnlyList<FactDefinition> asked, DateOnly today) =>
        asked.Where(fact => fact.Required || random.Next(4) == 0).ToDictionary(fact => fact.Name, fact => Answer(fact, today));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private (ReviewCommand Command, string Role) Act(ReviewAction action, DateOnly today)
    {
        var (id, facts) = (action.Item.Id, Answers(action.Definition.Ask, today));
        ReviewCommand command = action.Definition switch
        {
            DocumentDefinition => new StoreDocument(id, new string(Pick(['a', 'b', 'c']), 64), 10, "text/plain", "report.txt"),
            ApprovalDefinition when random.Next(6) == 0 => new GiveApproval(id, Approve: false, "Not yet."),
            ApprovalDefinition => new GiveApproval(id, Approve: true, Reason: null, random.Next(3) == 0 ? action.Item.About : null),
            DecisionDefinition decision => new MakeDecision(id, Outcome(decision), "Reasons.", facts),
            _ => new CompleteTask(id, facts, random.Next(3) == 0 ? "A note." : null),
        };
        return (command, Pick(action.Roles));
    }

    // Usually what carries the review forward; an early end seldom.
    private string Outcome(DecisionDefinition decision) => random.Next(5) > 0
        ? decision.Outcomes.First(outcome => outcome.Usual).Id
        : Pick(decision.Outcomes).Id;

    private ReviewCommand Wrong(ProcessDefinition definition)
    {
        var item = Pick(definition.Items.ToArray()).Id;
        return random.Next(7) switch
        {
            0 => new CompleteTask(item, new Dictionary<string, FactInput>(), Note: null),
            1 => new MakeDecision(item, "commission", "Because.", new Dictionary<string, FactInput>()),
            2 => new GiveApproval(item, Approve: true, Reason: null),
            3 => new StoreDocument(item, new string('b', 64), 5, "text/plain", "a.txt"),
            4 => new CompleteTask("no-such-item", new Dictionary<string, FactInput>(), Note: null),
            5 => new GiveApproval(item, Approve: true, Reason: null, Version: 99),
            _ => new ResendLetter("letter-1", Reason: null),
        };
    }

    private ReviewCommand Rare(ReviewState state, DateOnly today)
    {
        var deadlines = state.Deadlines.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("none").ToArray();
        var facts = state.Facts.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("none").ToArray();
        return random.Next(8) switch
        {
            0 or 1 => new ExplainDelay(Pick(deadlines), "A reason."),
            2 or 3 => new ExtendDeadline(Pick(deadlines), today.AddDays(random.Next(-5, 90)), "A reason."),
            4 when random.Next(15) == 0 => new WithdrawReview("The criteria are not met."),
            _ => new CorrectFact(Pick(facts), $"{today.AddDays(-random.Next(0, 30)):yyyy-MM-dd}", "A slip."),
        };
    }

    private FactInput Answer(FactDefinition fact, DateOnly today) => fact.Type switch
    {
        _ when random.Next(40) == 0 => "not an answer",
        FactType.Date => $"{(fact is { NotBefore: "today", NotAfter: null } ? today.AddDays(random.Next(0, 60)) : today.AddDays(-random.Next(0, 4))):yyyy-MM-dd}",
        FactType.Boolean => new FactInput(random.Next(4) > 0 ? "true" : "false", FactInputKind.Boolean),
        FactType.Number => new FactInput($"{random.Next(1, 5)}", FactInputKind.Number),
        FactType.Choice => random.Next(3) > 0 ? fact.Options[0].Id : Pick(fact.Options).Id,
        _ when fact.List => new FactInput("Health\nEducation", FactInputKind.List),
        _ => "An answer",
    };
}
