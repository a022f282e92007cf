using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>What deciding on a command came to.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is done: these entries follow. None where nothing had to be done.</summary>
    /// <param name="Entries">The entries, in sequence.</param>
    /// <param name="After">The state that they make.</param>
    public sealed record Accepted(IReadOnlyList<JournalEntry> Entries, ReviewState After) : Verdict;

    /// <summary>It may not be done; nothing changes.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Verdict;
}

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
