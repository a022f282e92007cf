using System.Runtime.InteropServices;

namespace Workflows.Process.Calendar;

/// <summary>Whether the official days reach far enough ahead to be relied on.</summary>
public enum ReachState
{
    /// <summary>The official days reach a year ahead or further.</summary>
    Ample,

    /// <summary>Fewer than <see cref="CalendarReach.AmpleDays"/> days are left: a newer file is wanted.</summary>
    EndsSoon,

    /// <summary>The official days are over: every day counted from now on rests on the computed rule.</summary>
    Ended,
}

/// <summary>How far ahead of a given day the official bank holidays reach.</summary>
/// <param name="OfficialUntil">The last day for which the bank holidays are official.</param>
/// <param name="DaysAhead">Days from the given day to that one; negative once it has passed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarReach(DateOnly OfficialUntil, int DaysAhead)
{
    /// <summary>A year, so that a six months' limit and what follows it are counted in official days.</summary>
    public const int AmpleDays = 365;

    /// <summary>The same in one word.</summary>
    public ReachState State =>
        DaysAhead < 0 ? ReachState.Ended : DaysAhead < AmpleDays ? ReachState.EndsSoon : ReachState.Ample;
}
