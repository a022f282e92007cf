namespace Workflows.Process.Definitions;

/// <summary>
/// One released version of one kind of review: what is asked, who does what, by when, and under which rule.
/// Immutable; a released version is never edited, so a review can keep the one it opened under until it closes.
/// </summary>
public sealed record ProcessDefinition
{
    /// <summary>Stable name of the kind of review, for example <c>lcspr</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the rules, for example <c>2026.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Name and version as written in requests and journals: <c>lcspr@2026.1</c>.</summary>
    public string Key => $"{Id}@{Version}";

    /// <summary>What people call this kind of review.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences for somebody who has not met it before.</summary>
    public required string Summary { get; init; }

    /// <summary>SHA-256, in lower-case hex, of the definition's text with line ends normalised.</summary>
    public required string Hash { get; init; }

    /// <summary>When this version applies, and which fact decides.</summary>
    public required EffectiveDates Effective { get; init; }

    /// <summary>Roles that act in it: identifier to title.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Names for several roles at once, such as <c>partners</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; }

    /// <summary>National or other bodies that are written to: identifier to title.</summary>
    public required IReadOnlyDictionary<string, string> Bodies { get; init; }

    /// <summary>Roles that may open a review; groups are already spelled out.</summary>
    public required IReadOnlyList<string> OpenedBy { get; init; }

    /// <summary>How a review may be withdrawn, or null where it may not.</summary>
    public WithdrawalDefinition? Withdrawal { get; init; }

    /// <summary>What a partnership may choose.</summary>
    public required IReadOnlyList<SettingDefinition> Settings { get; init; }

    /// <summary>Facts asked for when a review is opened.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>The main line, in order; the first is entered when a review opens.</summary>
    public required IReadOnlyList<StageDefinition> Stages { get; init; }

    /// <summary>Items that belong to no stage: they run beside the main line and never hold it up.</summary>
    public required IReadOnlyList<ItemDefinition> Alongside { get; init; }

    /// <summary>Deadlines that span items or stages. Those of a single item stand on the item.</summary>
    public required IReadOnlyList<DeadlineDefinition> Deadlines { get; init; }

    /// <summary>Ladders of reminders and escalations, by name.</summary>
    public required IReadOnlyDictionary<string, LadderDefinition> Ladders { get; init; }

    /// <summary>Who is told where a linked review has ended, or null for nobody.</summary>
    public LinkedEndingDefinition? LinkedEnding { get; init; }

    /// <summary>Every item, of the stages in order and then of those alongside.</summary>
    public IEnumerable<ItemDefinition> Items => Stages.SelectMany(stage => stage.Items).Concat(Alongside);

    /// <summary>Every deadline: of the process and of its items.</summary>
    public IEnumerable<DeadlineDefinition> AllDeadlines =>
        Deadlines.Concat(Items.Where(item => item.Due is not null).Select(item => item.Due!));
}

/// <summary>The dates between which a version applies, both included, judged by a fact of the review.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null while it is in force.</param>
/// <param name="By">Name of the opening fact (a date) that decides.</param>
public sealed record EffectiveDates(DateOnly From, DateOnly? To, string By);

/// <summary>Who may withdraw a review and which bodies are then told.</summary>
/// <param name="By">Roles, spelled out.</param>
/// <param name="Tells">Bodies that get a letter.</param>
/// <param name="Cite">Source of the rule.</param>
/// <param name="Checked">How the rule was checked.</param>
public sealed record WithdrawalDefinition(
    IReadOnlyList<string> By, IReadOnlyList<string> Tells, string Cite, CheckedMark Checked);

/// <summary>A stage of the main line.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Items">What is done in it.</param>
/// <param name="Then">The stage that follows unless a decision says otherwise; null closes the review.</param>
public sealed record StageDefinition(string Id, string Title, IReadOnlyList<ItemDefinition> Items, string? Then);

/// <summary>A choice that the definition leaves to each partnership; fixed for a review when it opens.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Title">What is being chosen.</param>
/// <param name="Options">The choices, each with the date it stands for where the setting chooses a clock's start.</param>
/// <param name="Default">Identifier of the choice made where a partnership has made none.</param>
public sealed record SettingDefinition(
    string Name, string Title, IReadOnlyList<SettingOption> Options, string Default);

/// <summary>One choice of a setting.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What it means.</param>
/// <param name="Anchor">The date it stands for, where the setting chooses a clock's start.</param>
public sealed record SettingOption(string Id, string Title, Anchor? Anchor);
