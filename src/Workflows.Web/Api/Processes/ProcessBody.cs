using System.Text.Json.Serialization;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Processes;

/// <summary>A definition in the list.</summary>
internal sealed record ProcessSummaryBody
{
    /// <summary>Identifier of the process.</summary>
    public required string Id { get; init; }

    /// <summary>Version of its rules.</summary>
    public required string Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>First day on which this version applies.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day, or null while it is in force.</summary>
    public required DateOnly? EffectiveTo { get; init; }

    /// <summary>Name of the opening fact, a date, that decides.</summary>
    public required string EffectiveBy { get; init; }

    /// <summary>SHA-256 of the definition, lower-case hex.</summary>
    public required string Hash { get; init; }
}

/// <summary>A definition.</summary>
internal sealed record ProcessBody
{
    /// <summary>Identifier of the process.</summary>
    public required string Id { get; init; }

    /// <summary>Version of its rules.</summary>
    public required string Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>SHA-256 of the definition, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>First day on which this version applies.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day, or null while it is in force.</summary>
    public required DateOnly? EffectiveTo { get; init; }

    /// <summary>Name of the opening fact, a date, that decides.</summary>
    public required string EffectiveBy { get; init; }

    /// <summary>Roles: identifier to title.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Bodies that are written to: identifier to title.</summary>
    public required IReadOnlyDictionary<string, string> Bodies { get; init; }

    /// <summary>Roles that may open a review.</summary>
    public required IReadOnlyList<string> OpenedBy { get; init; }

    /// <summary>Roles that may withdraw a review; empty where it cannot be withdrawn.</summary>
    public required IReadOnlyList<string> WithdrawnBy { get; init; }

    /// <summary>What a partnership may choose.</summary>
    public required IReadOnlyList<SettingBody> Settings { get; init; }

    /// <summary>What is asked at opening.</summary>
    public required IReadOnlyList<FactBody> Facts { get; init; }

    /// <summary>The main line, in order.</summary>
    public required IReadOnlyList<StageBody> Stages { get; init; }

    /// <summary>Items that run beside the main line.</summary>
    public required IReadOnlyList<ItemBody> Alongside { get; init; }

    /// <summary>Every deadline, of the process and of its items.</summary>
    public required IReadOnlyList<DeadlineRuleBody> Deadlines { get; init; }
}

/// <summary>A choice of the partnership.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Title">What is chosen.</param>
/// <param name="Default">The option taken unless chosen otherwise.</param>
/// <param name="Options">Options: identifier to title.</param>
internal sealed record SettingBody(string Name, string Title, string Default, IReadOnlyDictionary<string, string> Options);

/// <summary>A stage.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Then">The stage that follows unless a decision says otherwise; null closes the review.</param>
/// <param name="Items">What is done in it.</param>
internal sealed record StageBody(string Id, string Title, string? Then, IReadOnlyList<ItemBody> Items);

/// <summary>An item.</summary>
internal sealed record ItemBody
{
    /// <summary><c>task</c>, <c>document</c>, <c>approval</c>, <c>decision</c>, <c>notice</c>, <c>wait</c> or <c>register</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>A hint, or null.</summary>
    public required string? Help { get; init; }

    /// <summary>Roles of which any may do it; empty where the engine does.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Items that come before it.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>List fact of which each answer makes one of these, or null.</summary>
    public required string? Each { get; init; }

    /// <summary>Items whose doers may not do this one.</summary>
    public required IReadOnlyList<string> NotBy { get; init; }

    /// <summary>Source of the rule behind it, or null.</summary>
    public required string? Cite { get; init; }

    /// <summary>What is asked.</summary>
    public required IReadOnlyList<FactBody> Facts { get; init; }

    /// <summary>What a decision chooses among. Left out of what is no decision.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutcomeBody>? Outcomes { get; init; }
}

/// <summary>A deadline as the definition has it.</summary>
internal sealed record DeadlineRuleBody
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What is due.</summary>
    public required string Title { get; init; }

    /// <summary>What is counted, for example <c>5 working days after facts.awareOn</c>.</summary>
    public required string Counted { get; init; }

    /// <summary>Items of which the first one done meets it.</summary>
    public required IReadOnlyList<string> MetBy { get; init; }

    /// <summary>What stands behind it.</summary>
    public required string Force { get; init; }

    /// <summary>Source of the rule.</summary>
    public required string Cite { get; init; }

    /// <summary>How the rule was checked.</summary>
    public required string Checked { get; init; }

    /// <summary>Whether the partnership may extend it.</summary>
    public required bool Extendable { get; init; }
}
