namespace Workflows.Process.Definitions;

/// <summary>A condition over what is known of a review.</summary>
public abstract record Condition;

/// <summary>All of them hold.</summary>
/// <param name="Parts">The parts; none: true.</param>
public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>At least one of them holds.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>It does not hold.</summary>
/// <param name="Part">The part denied.</param>
public sealed record NotThat(Condition Part) : Condition;

/// <summary>A value is one of those listed. A value not known is none of them.</summary>
/// <param name="Subject">What is looked at.</param>
/// <param name="Values">The values, in canonical text.</param>
public sealed record IsOneOf(Subject Subject, IReadOnlyList<string> Values) : Condition;

/// <summary>A date lies between two days, both included. A date not known does not.</summary>
/// <param name="Subject">What is looked at.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
public sealed record IsBetween(Subject Subject, DateOnly? From, DateOnly? To) : Condition;

/// <summary>What a condition looks at.</summary>
/// <param name="Kind">A fact, a setting or the outcome of a decision.</param>
/// <param name="Name">Its identifier.</param>
public sealed record Subject(SubjectKind Kind, string Name);

/// <summary>Kinds of things that a condition can look at.</summary>
public enum SubjectKind
{
    /// <summary>A fact given at opening or with an item.</summary>
    Fact,

    /// <summary>A partnership's setting.</summary>
    Setting,

    /// <summary>The outcome of a decision.</summary>
    Outcome,

    /// <summary>Whether an item is done: <c>done</c>, <c>skipped</c>, <c>lapsed</c> or <c>open</c>.</summary>
    ItemStatus,
}
