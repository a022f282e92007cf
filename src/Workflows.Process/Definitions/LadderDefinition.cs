using Workflows.Process.Calendar;

namespace Workflows.Process.Definitions;

/// <summary>Reminders and escalations that hang on a deadline. Each rung fires once; doing the work ends them.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Rungs">In the order in which they fire.</param>
public sealed record LadderDefinition(string Name, IReadOnlyList<RungDefinition> Rungs);

/// <summary>
/// One rung. It fires at 09:00 Europe/London on its day, and again <see cref="Times"/> − 1 times at the same
/// interval where it repeats.
/// </summary>
public sealed record RungDefinition
{
    /// <summary>Position in the ladder, from 1: part of the key under which its firing is journalled.</summary>
    public required int Number { get; init; }

    /// <summary>How far from the due day; zero for the day itself. For a repeating rung, the interval.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Before the due day, or after it.</summary>
    public required CountDirection Direction { get; init; }

    /// <summary>How often it fires: 1, or more for <c>every … times …</c>.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether it escalates (a delay notice) rather than reminds.</summary>
    public bool Escalates { get; init; }

    /// <summary>
    /// Who gets the letter: roles, bodies, or <see cref="Responsible"/>. Groups are spelled out.
    /// </summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Recipient that stands for those who have the work to do.</summary>
    public const string Responsible = "responsible";
}
