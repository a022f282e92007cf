namespace Workflows.Reviews.Directory;

/// <summary>Somebody who works with reviews: in a partnership, or for a national body.</summary>
public sealed record Person
{
    /// <summary>Identifier: 1 to 100 of <c>a-z 0-9 . _ @ -</c>. It is what sign-in gives and what journals keep.</summary>
    public required string User { get; init; }

    /// <summary>Name, for pages only: never in a letter, a journal or a log.</summary>
    public required string Name { get; init; }

    /// <summary>Address for letters.</summary>
    public required string Email { get; init; }

    /// <summary>Identifiers of the roles held, as the definitions call them.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Identifier of the partnership, or null for national people, whose roles hold in every partnership.</summary>
    public string? Partnership { get; init; }

    /// <summary>Other partnerships in which the same roles hold: a police force covers several areas.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>Agencies that the person answers for, as openings of reviews name them; capitals make no difference.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Identifiers of those who stand in while the person is absent.</summary>
    public IReadOnlyList<string> Deputies { get; init; } = [];

    /// <summary>Times of absence.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Whether the person is absent on a day.</summary>
    /// <param name="day">The day, Europe/London.</param>
    public bool IsAbsentOn(DateOnly day) => Absences.Any(absence => absence.From <= day && day <= absence.To);

    /// <summary>Whether the person's roles hold in a partnership.</summary>
    /// <param name="partnership">Its identifier.</param>
    public bool WorksIn(string partnership) =>
        Partnership is null || Partnership == partnership || AlsoIn.Contains(partnership);
}

/// <summary>A time of absence.</summary>
/// <param name="From">First day, Europe/London.</param>
/// <param name="To">Last day, Europe/London, included; not before the first.</param>
public sealed record Absence(DateOnly From, DateOnly To);
