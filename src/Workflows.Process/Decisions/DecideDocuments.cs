using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Past;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Commands about documents.</summary>
internal static class DecideDocuments
{
    private const int LongestFileName = 200;
    private const int MostVersions = 200;

    public static Refusal? Store(Turn turn, StoreDocument command, Caller caller)
    {
        var instance = turn.State.Items.GetValueOrDefault(command.Item);
        var item = turn.Plan.Items.GetValueOrDefault(instance?.Definition ?? command.Item) as DocumentDefinition;
        if (item is null)
        {
            return Refusals.Unknown("document", command.Item);
        }

        if (PastDocuments.IsMissing(turn.State, command.Item))
        {
            return NameProblem(command.FileName) ?? PastDocuments.Give(turn, command, item, caller);
        }

        if (Refusals.Role(item.By, caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        var versions = instance?.Versions.Count ?? 0;
        if ((Replaceable(turn, item, instance)
            ?? Refusals.SameDoer(item, caller, turn.State, turn.Plan)
            ?? NameProblem(command.FileName)
            ?? (versions >= MostVersions
                ? Refusals.Conflict("document-versions", $"A document has at most {MostVersions} versions.") : null)) is { } refusal)
        {
            return refusal;
        }

        // What was being judged is no longer the newest version: judging it begins again.
        var judging = instance!.Status == ItemStatus.Done ? OpenFollowers(turn, item.Id).ToArray() : [];

        // First of the command's entries, so that its key is found beside the version that it made.
        turn.Add(
            new DocumentStored(
                command.Item, versions + 1, command.Sha256, command.Bytes, command.MediaType, new Words(command.FileName),
                turn.Today),
            actor);
        foreach (var follower in judging)
        {
            Endings.Reset(turn, follower);
        }

        return null;
    }

    // A version that something was decided on can be replaced only after it was given back.
    private static Refusal? Replaceable(Turn turn, DocumentDefinition item, ItemState? instance)
    {
        if (instance is not { Status: ItemStatus.Open or ItemStatus.Done })
        {
            return Refusals.NotOpen(item, instance, turn.State, turn.Context);
        }

        var judged = instance.Status == ItemStatus.Open ? null : turn.Plan.Followers.GetValueOrDefault(item.Id, [])
            .SelectMany(id => turn.State.Items.Values.Where(each => each.Definition == id))
            .FirstOrDefault(each => each.Status == ItemStatus.Done);
        return judged is null ? null : Refusals.Conflict(
            "document-is-settled",
            $"'{turn.Plan.Items[judged.Definition].Title}' was done on this version. It can be replaced only after it is returned.",
            item.Cite);
    }

    private static IEnumerable<ItemState> OpenFollowers(Turn turn, string item)
    {
        var followers = turn.Plan.AllFollowers([item]);
        return turn.State.ItemsInOrder.Where(each => each.Status == ItemStatus.Open && followers.Contains(each.Definition));
    }

    private static Refusal? NameProblem(string name)
    {
        var problem = name.Length is 0 or > LongestFileName
            ? $"Give a file name of 1 to {LongestFileName} characters."
            : name.IndexOfAny(['/', '\\', '\n', '\r']) >= 0 ? "Give a file name without a path."
            : TextCheck.Problem(name, LongestFileName);
        return problem is null ? null : Refusals.Invalid("file-name-is-valid", "fileName", problem);
    }
}
