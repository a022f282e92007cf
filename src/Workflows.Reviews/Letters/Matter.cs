using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Letters;

/// <summary>All that a letter is written from.</summary>
internal sealed record Matter(
    ReviewId Review, ReviewState State, ProcessDefinition Definition, LetterState Letter, DirectorySnapshot Directory,
    LetterOptions Options, Uri Link, WorkingCalendar Calendar, DateOnly Today)
{
    public ProcessPlan Plan { get; } = ProcessPlan.Of(Definition);

    /// <summary>Where the review is, for whoever is signed in: what a calendar keeps, which others may see.</summary>
    public string Place { get; } = $"{Options.PublicAddress.AbsoluteUri.TrimEnd('/')}/reviews/{Review}";

    /// <summary>Name of the partnership, or its identifier where the directory no longer has it.</summary>
    public string Partnership => Directory.FindPartnership(State.Partnership)?.Name ?? State.Partnership;

    /// <summary>Whether the person written to holds one of these roles now.</summary>
    public bool IsOneOf(IEnumerable<string> roles) =>
        Directory.RolesOf(Letter.To, State.Partnership, Today).Intersect(roles).Any();

    /// <summary>What roles and bodies are called, in a list.</summary>
    public string Titles(IEnumerable<string> rolesOrBodies) => string.Join(", ", rolesOrBodies
        .Select(id => Definition.Bodies.GetValueOrDefault(id) ?? Definition.Roles.GetValueOrDefault(id) ?? id).Distinct());
}
