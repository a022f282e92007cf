using System.Collections.Immutable;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// Opens the reviews that decisions asked for, and tells linked reviews how the link and this review stand. A started review has
/// an identifier that follows from the one that started it, so what is done again after a crash is done once; hearing the same
/// thing again changes nothing.
/// </summary>
internal sealed class LinkedReviews(ReviewDesk desk, ProcessCatalogue catalogue, DirectorySource directory) : IReviewEffect
{
    private const int LongestTrouble = 1000;

    /// <inheritdoc/>
    public async Task PerformDueAsync(ReviewId review, CancellationToken stop)
    {
        if (await desk.FindAsync(review, stop) is not { } file)
        {
            return;
        }

        foreach (var start in file.State.Starts.Values.Where(start => start.Status == StartStatus.Ready).OrderBy(start => start.Id, StringComparer.Ordinal))
        {
            var record = await OpenAsync(file, start, stop);
            await desk.HandleAsync(review, record, caller: null, key: null, stop);
        }

        file = await desk.FindAsync(review, stop) ?? file;
        foreach (var link in file.State.Links.Values.Where(link => link.IsToTell).OrderBy(link => link.Review, StringComparer.Ordinal))
        {
            if (ReviewId.TryParse(link.Review, out var other))
            {
                await desk.HandleAsync(other, Tell(file, link), caller: null, key: null, stop);
            }

            await desk.HandleAsync(review, new RecordTold(link.Review), caller: null, key: null, stop);
        }
    }

    private async Task<RecordStart> OpenAsync(ReviewFile file, StartState start, CancellationToken stop)
    {
        var choice = catalogue.Choose(start.Process, start.Facts);
        if (choice.Definition is not { } definition)
        {
            return new RecordStart(start.Id, Review: null, Shortened(choice.Refusal));
        }

        var id = ReviewId.From("start", file.Id.Value, start.Id);
        var partnership = file.State.Partnership;
        var command = new OpenReview(
            partnership, file.State.Reference, directory.Current.SettingsOf(partnership), Answers(definition, start.Facts))
        {
            From = new StartedFrom(file.Id.Value, file.State.Process, start.Kind, start.By),
        };
        return await desk.StartAsync(id, new Opening(definition, command, Key: null), stop) switch
        {
            CommandAnswer.Done => new RecordStart(start.Id, id.Value, Trouble: null),
            CommandAnswer.Refused refused => new RecordStart(start.Id, Review: null, Shortened(refused.Refusal.Message)),
            var answer => throw new InvalidOperationException($"No handling of {answer.GetType().Name}."),
        };
    }

    private static HearOfLink Tell(ReviewFile file, LinkState link) => new(
        file.Id.Value, file.State.Process, link.Kind, DecideLinks.Turned(link.Side), link.IsRemoved, file.State.Status);

    private static Dictionary<string, FactInput> Answers(ProcessDefinition definition, ImmutableDictionary<string, string> facts) =>
        definition.Facts.Where(fact => facts.ContainsKey(fact.Name)).ToDictionary(fact => fact.Name, fact => new FactInput(
            facts[fact.Name],
            fact switch
            {
                { List: true } => FactInputKind.List,
                { Type: FactType.Number } => FactInputKind.Number,
                { Type: FactType.Boolean } => FactInputKind.Boolean,
                _ => FactInputKind.Text,
            }));

    private static string Shortened(string trouble) => trouble.Length <= LongestTrouble ? trouble : trouble[..LongestTrouble] + "…";
}
