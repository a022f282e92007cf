using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>All that deciding may know beside the state: the definition, the calendar, the instant, the people.</summary>
public sealed record ReviewContext
{
    /// <summary>The definition under which the review runs.</summary>
    public required ProcessDefinition Definition { get; init; }

    /// <summary>The working calendar in force.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The present instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who holds which role in the review's partnership.</summary>
    public required Roster Roster { get; init; }

    /// <summary>
    /// How long after an attempt at a letter began nobody else tries it: longer than any attempt can last. Zero where one
    /// process alone performs effects.
    /// </summary>
    public TimeSpan AttemptLease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The released definitions: of reviews that this one starts, and of newer versions of its own.</summary>
    public ProcessCatalogue Catalogue { get; init; } = ProcessCatalogue.Shipped;

    /// <summary>The key under which the command came, or null.</summary>
    public CommandKey? Key { get; init; }

    /// <summary>
    /// Who records a review from before, and when; null for all others. <see cref="Now"/> is then a day of its past: nobody is
    /// written to, and what ladders would have done before the recording is passed by for good.
    /// </summary>
    public ImportMark? Import { get; init; }

    /// <summary>The day before which a review from before does not end by itself, or null.</summary>
    internal DateOnly? NotEndedBefore { get; init; }

    /// <summary>The instant up to which rungs are past and not caught up.</summary>
    internal DateTimeOffset PastUntil => Import?.At ?? Now;

    /// <summary>The present day, Europe/London.</summary>
    public DateOnly Today => LondonTime.DateOf(Now);

    internal ProcessPlan Plan => ProcessPlan.Of(Definition);
}

/// <summary>Who holds which role, as the directory has it at one moment.</summary>
/// <param name="Holders">
/// Role or body to the identifiers of those who are written to now: its people, with the deputies of the absent in their
/// place, or the body itself.
/// </param>
/// <param name="EscalationsAreHeld">Whether delay notices wait for the business manager's release.</param>
public sealed record Roster(IReadOnlyDictionary<string, IReadOnlyList<string>> Holders, bool EscalationsAreHeld)
{
    /// <summary>Nobody holds anything.</summary>
    public static Roster Empty { get; } =
        new(new Dictionary<string, IReadOnlyList<string>>(), EscalationsAreHeld: false);

    internal IReadOnlyList<string> Of(string role) => Holders.GetValueOrDefault(role) ?? [];
}

/// <summary>The person who gives a command, and the roles that they hold in the review's partnership today.</summary>
/// <param name="User">Identifier.</param>
/// <param name="Roles">Roles, their own and those they deputise in.</param>
public sealed record Caller(string User, IReadOnlyList<string> Roles);

/// <summary>What makes a repeated command recognisable.</summary>
/// <param name="Hash">Hash of person and idempotency key, 32 lower-case hex digits.</param>
/// <param name="Fingerprint">Hash of what was asked: the same key with other content is refused.</param>
public sealed record CommandKey(string Hash, string Fingerprint);
