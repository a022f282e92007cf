namespace Workflows.Process.Journal;

/// <summary>
/// That an entry was recorded after the fact: it belongs to a review from before. The entry's own instant is then the true day
/// on which it took effect (noon, Europe/London), and its actor the role in which it was done, whose person is not known.
/// </summary>
/// <param name="At">Instant at which it was recorded.</param>
/// <param name="By">Identifier of the person who recorded it.</param>
public sealed record ImportMark(DateTimeOffset At, string By);

/// <summary>What was done in a review from before about an item stands in no record; what came after shows that it was over.</summary>
/// <param name="Item">Instance.</param>
/// <param name="Definition">Identifier in the definition.</param>
public sealed record ItemUnrecorded(string Item, string Definition) : ReviewEvent;

/// <summary>A document of a review from before was handed in on a day of the past; its bytes are held elsewhere.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="On">Day on which it was handed in, Europe/London.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hex, or null where it is not known.</param>
/// <param name="HeldAt">Where it is held, or null.</param>
public sealed record PastDocumentNoted(string Item, DateOnly On, string? Sha256, Words? HeldAt) : ReviewEvent;
