namespace Workflows.Process.Journal;

/// <summary>Somebody proposed to move the review to a newer version of its process; somebody else must agree.</summary>
/// <param name="Move">Identifier in this review: <c>move-1</c> and so on.</param>
/// <param name="Version">The newer version.</param>
/// <param name="Hash">Content hash of its definition.</param>
/// <param name="Reason">Why.</param>
/// <param name="Facts">Answers that the newer version asks at opening and that were missing; no free text.</param>
/// <param name="Texts">The same in free text.</param>
public sealed record MoveProposed(
    string Move, string Version, string Hash, Words Reason, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, Words> Texts) : ReviewEvent;

/// <summary>The proposal to move was turned down.</summary>
/// <param name="Move">Identifier.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveRejected(string Move, Words Reason) : ReviewEvent;

/// <summary>The review runs under a newer version of its process from here on.</summary>
/// <param name="Move">The proposal that was agreed to.</param>
/// <param name="Process">Identifier of the process.</param>
/// <param name="From">The version left.</param>
/// <param name="Version">The version that it now runs under.</param>
/// <param name="Hash">Content hash of that version's definition.</param>
/// <param name="Settings">The partnership's choices as they now stand.</param>
/// <param name="Items">Instances of items that the newer version does not have.</param>
/// <param name="Deadlines">Instances of deadlines that the newer version does not have.</param>
public sealed record DefinitionMoved(
    string Move, string Process, string From, string Version, string Hash, IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<string> Items, IReadOnlyList<string> Deadlines) : ReviewEvent;
