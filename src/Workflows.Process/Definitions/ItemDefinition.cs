using Workflows.Process.Calendar;

namespace Workflows.Process.Definitions;

/// <summary>What becomes of an item that is not done when its stage is.</summary>
public enum Unfinished
{
    /// <summary>The stage waits for it.</summary>
    Wait,

    /// <summary>The stage does not wait; what never came is recorded as a gap.</summary>
    Gap,

    /// <summary>The stage does not wait and nothing is recorded: it was optional.</summary>
    Drop,
}

/// <summary>One thing that is done in a review. It opens when its sentries are met.</summary>
public abstract record ItemDefinition
{
    /// <summary>Identifier, unique in the process; never ends in a hyphen and digits.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two that helps the person who does it, or null.</summary>
    public string? Help { get; init; }

    /// <summary>Roles that may do it, spelled out; empty where the engine does it by itself.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Name of a list fact: one of these for each answer in it. Null for a single one.</summary>
    public string? Each { get; init; }

    /// <summary>Items that must be settled (done, not needed or lapsed) first.</summary>
    public IReadOnlyList<Predecessor> After { get; init; } = [];

    /// <summary>Whether it is needed at all, judged when its predecessors are settled; null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>A gate: it does not open before this day.</summary>
    public Moment? NotBefore { get; init; }

    /// <summary>Its deadline, or null.</summary>
    public DeadlineDefinition? Due { get; init; }

    /// <summary>Whether those who do it get a letter when it opens.</summary>
    public bool Request { get; init; }

    /// <summary>What is asked of the person who does it.</summary>
    public IReadOnlyList<FactDefinition> Ask { get; init; } = [];

    /// <summary>Name of the asked date that counts as the day it was done; null: the day it is recorded.</summary>
    public string? On { get; init; }

    /// <summary>What becomes of it when its stage ends first.</summary>
    public Unfinished Unfinished { get; init; }

    /// <summary>Items whose doers may not do this one (separation of duties).</summary>
    public IReadOnlyList<string> NotBy { get; init; } = [];

    /// <summary>Repetition, or null for once.</summary>
    public Repetition? Repeat { get; init; }

    /// <summary>What doing it makes public, or null.</summary>
    public PublicationDefinition? Publishes { get; init; }

    /// <summary>Whether doing it takes what was published out of the public register.</summary>
    public bool WithdrawsPublication { get; init; }

    /// <summary>Source of the rule behind it, or null.</summary>
    public string? Cite { get; init; }
}

/// <summary>Work that a person does and records.</summary>
public sealed record TaskDefinition : ItemDefinition;

/// <summary>A document that a person hands in, in as many versions as it takes.</summary>
public sealed record DocumentDefinition : ItemDefinition;

/// <summary>A list that people may add to at any time while it is open; it never holds anything up.</summary>
public sealed record RegisterDefinition : ItemDefinition;

/// <summary>A letter to bodies or roles that the engine sends when the item opens.</summary>
public sealed record NoticeDefinition : ItemDefinition
{
    /// <summary>Roles and bodies that get it, groups spelled out.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>What it says, in a plain sentence or two; nothing personal.</summary>
    public required string Says { get; init; }
}

/// <summary>A time that must pass; the engine settles it by itself.</summary>
public sealed record WaitDefinition : ItemDefinition
{
    /// <summary>The day on which it is over.</summary>
    public required Moment Until { get; init; }
}

/// <summary>Agreement by several roles, counted by distinct people.</summary>
public sealed record ApprovalDefinition : ItemDefinition
{
    /// <summary>How many roles must approve: a number, or null for all.</summary>
    public int? Quorum { get; init; }

    /// <summary>Setting that gives the quorum (<c>all</c> or a number), or null.</summary>
    public string? QuorumSetting { get; init; }

    /// <summary>Identifier of the document that is approved, or null.</summary>
    public string? About { get; init; }

    /// <summary>Items that are opened again when somebody rejects.</summary>
    public required IReadOnlyList<string> RejectionReopens { get; init; }
}

/// <summary>A choice between outcomes, with its reasons on record.</summary>
public sealed record DecisionDefinition : ItemDefinition
{
    /// <summary>Whether a rationale must be given.</summary>
    public bool RationaleRequired { get; init; } = true;

    /// <summary>The outcomes, in the order shown; exactly one is the usual one.</summary>
    public required IReadOnlyList<OutcomeDefinition> Outcomes { get; init; }
}

/// <summary>One outcome of a decision.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What it means.</param>
/// <param name="Usual">Whether it carries the review forward in the usual way.</param>
/// <param name="Go">Stage that follows the present one, or null for the stage's own.</param>
/// <param name="Close">How the review ends at once, or null.</param>
/// <param name="Reopens">Items opened again.</param>
/// <param name="Tells">Bodies told of it.</param>
/// <param name="Start">The review that it starts, linked to this one, or null.</param>
public sealed record OutcomeDefinition(
    string Id, string Title, bool Usual, string? Go, ReviewEnding? Close,
    IReadOnlyList<string> Reopens, IReadOnlyList<string> Tells, StartDefinition? Start);

/// <summary>How a review ends.</summary>
public enum ReviewEnding
{
    /// <summary>It was carried to its end.</summary>
    Closed,

    /// <summary>It was withdrawn: the criteria turned out not to be met.</summary>
    Withdrawn,
}

/// <summary>An item that comes before another.</summary>
/// <param name="Item">Identifier.</param>
/// <param name="OrDue">Whether its deadline's passing serves as well.</param>
public sealed record Predecessor(string Item, bool OrDue);

/// <summary>Repetition of an item. The first falls one interval after its sentries are met.</summary>
/// <param name="Every">Interval.</param>
/// <param name="Until">Items whose being settled ends it; empty: until the stage or the review ends.</param>
public sealed record Repetition(Budget Every, IReadOnlyList<string> Until);

/// <summary>What is made public.</summary>
/// <param name="Document">Identifier of the document.</param>
/// <param name="Form">In full, or the improvements only.</param>
public sealed record PublicationDefinition(string Document, PublicationForm Form);

/// <summary>The form in which a review is published.</summary>
public enum PublicationForm
{
    /// <summary>The whole report.</summary>
    InFull,

    /// <summary>Information about the improvements, because publishing the report was found inappropriate.</summary>
    Improvements,
}
