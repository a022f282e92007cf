using System.Text;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Local.Simulation;

/// <summary>Does what can be done in a review, as the people of a partnership would.</summary>
internal sealed class SimulatedHands(
    ReviewDesk desk, IDocumentStore documents, DirectorySnapshot directory, Partnership partnership, SimulatedAnswers answers,
    TimeProvider clock)
{
    /// <summary>Opens a review.</summary>
    /// <param name="definition">The definition to open it under.</param>
    /// <param name="reference">The case reference.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="SimulationException">It may not be opened.</exception>
    public async Task<ReviewId> OpenAsync(ProcessDefinition definition, string reference, CancellationToken stop)
    {
        var command = new OpenReview(
            partnership.Id, reference, directory.SettingsOf(partnership.Id), answers.To(definition.Facts, Today));
        CommandAnswer? answer = null;
        foreach (var caller in Callers(definition.OpenedBy))
        {
            answer = await desk.OpenAsync(new Opening(definition, command, Key: null), caller, stop);
            if (answer is CommandAnswer.Done done)
            {
                return done.File.Id;
            }
        }

        throw new SimulationException($"It could not be opened: {Why(answer, definition.OpenedBy)}");
    }

    /// <summary>Does something, in the name of the first person who may.</summary>
    /// <param name="review">The review.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Why it was refused, or null where it is done.</returns>
    public async Task<string?> DoAsync(ReviewId review, ReviewAction action, CancellationToken stop)
    {
        var command = await CommandAsync(review, action, stop);
        CommandAnswer? answer = null;
        foreach (var caller in Callers(action.Roles))
        {
            answer = await desk.HandleAsync(review, command, caller, key: null, stop);
            if (answer is CommandAnswer.Done)
            {
                return null;
            }
        }

        return Why(answer, action.Roles);
    }

    private DateOnly Today => LondonTime.DateOf(clock.GetUtcNow());

    private IEnumerable<Caller> Callers(IReadOnlyList<string> roles) =>
        from role in roles
        from person in directory.People
        let held = directory.RolesOf(person.User, partnership.Id, Today)
        where person.WorksIn(partnership.Id) && held.Contains(role)
        select new Caller(person.User, held);

    private async Task<ReviewCommand> CommandAsync(ReviewId review, ReviewAction action, CancellationToken stop)
    {
        var (item, facts) = (action.Item.Id, answers.To(action.Definition.Ask, Today));
        switch (action.Definition)
        {
            case DecisionDefinition decision:
                return new MakeDecision(item, decision.Outcomes.First(outcome => outcome.Usual).Id, "As simulated.", facts);
            case ApprovalDefinition:
                return new GiveApproval(item, Approve: true, Reason: null, action.Item.About);
            case DocumentDefinition:
                var bytes = Encoding.UTF8.GetBytes($"Simulated: {action.Title}\n");
                using (var content = new MemoryStream(bytes, writable: false))
                {
                    var stored = await documents.StoreAsync(review, content, stop);
                    return new StoreDocument(item, stored.Sha256, stored.Bytes, "text/plain", $"{item}.txt");
                }

            default:
                return new CompleteTask(item, facts, Note: null);
        }
    }

    private static string Why(CommandAnswer? answer, IReadOnlyList<string> roles) => answer switch
    {
        CommandAnswer.Refused { Refusal: var refusal } =>
            string.Join(' ', [refusal.Message, .. refusal.Fields.Select(field => $"{field.Key}: {field.Value}")]),
        _ => $"Nobody in the directory holds {string.Join(" or ", roles)}.",
    };
}

/// <summary>A simulation cannot go on.</summary>
/// <param name="message">Why, in plain words.</param>
internal sealed class SimulationException(string message) : Exception(message);
