using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>What deciding on a command came to.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is done: these events follow.</summary>
    /// <param name="Events">The events, in order, each with who it is by.</param>
    public sealed record Accepted(IReadOnlyList<Happening> Events) : Verdict;

    /// <summary>It may not be done; nothing changes.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Verdict;
}

/// <summary>An event and who it is by.</summary>
/// <param name="Event">The event.</param>
/// <param name="By">The person in their role, or the engine.</param>
public readonly record struct Happening(ReviewEvent Event, Actor By);

/// <summary>Kinds of refusal.</summary>
public enum RefusalKind
{
    /// <summary>There is no such item, decision, document or deadline in this process.</summary>
    Unknown,

    /// <summary>The person may not do this.</summary>
    Forbidden,

    /// <summary>Something in the command is wrong.</summary>
    Invalid,

    /// <summary>A rule stands against it as things are.</summary>
    Conflict,
}

/// <summary>Why a command was refused: which rule, and what to do about it.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Rule">Stable identifier of the rule, for example <c>separation-of-duties</c>.</param>
/// <param name="Message">In plain English, for the person who gave the command.</param>
public sealed record Refusal(RefusalKind Kind, string Rule, string Message)
{
    /// <summary>Source of the rule, where it has one.</summary>
    public string? Cite { get; init; }

    /// <summary>Problems by field, where something in the command is wrong.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
