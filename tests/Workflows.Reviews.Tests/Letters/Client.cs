using System.Globalization;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>Does whatever actions a review offers, knowing nothing of its process, and types the same text wherever it can.</summary>
internal sealed class Client(Story story, DirectorySnapshot directory, string typed)
{
    private readonly HashSet<string> _rejected = [];

    /// <summary>Does the first action. Returns false where there is none.</summary>
    public bool DoOne()
    {
        if (story.Actions is not [var action, ..])
        {
            return false;
        }

        story.Do(FirstHolder(action.Roles[0]), Command(action));
        return true;
    }

    public IReadOnlyDictionary<string, FactInput> Answers(IEnumerable<FactDefinition> asked) =>
        asked.ToDictionary(fact => fact.Name, fact => fact.Type switch
        {
            FactType.Date => story.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FactType.Boolean => new FactInput("true", FactInputKind.Boolean),
            FactType.Number => new FactInput("1", FactInputKind.Number),
            FactType.Choice => fact.Options[0].Id,
            _ => typed,
        });

    public string FirstHolder(string role) => directory.People.First(person => person.Roles.Contains(role)).User;

    private ReviewCommand Command(ReviewAction action) => action.Definition switch
    {
        DecisionDefinition decision => new MakeDecision(
            action.Item.Id, decision.Outcomes.Single(outcome => outcome.Usual).Id, typed, Answers(decision.Ask)),
        DocumentDefinition => new StoreDocument(action.Item.Id, new string('a', 64), 1, "text/plain", typed + ".txt"),

        // Each approval is rejected once, so that the letters of a second round are seen too.
        ApprovalDefinition => new GiveApproval(action.Item.Id, !_rejected.Add(action.Item.Definition), typed),
        _ => new CompleteTask(action.Item.Id, Answers(action.Definition.Ask), typed),
    };
}
