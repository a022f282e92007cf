using Workflows.Process.Definitions;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>The times in which the shipped processes apply: a world lives two years, under the rules of its day.</summary>
internal static class Eras
{
    /// <summary>First days, so chosen that every shipped version is in force in one of them.</summary>
    public static IReadOnlyList<DateOnly> All { get; } =
        [.. ProcessCatalogue.Shipped.All.Select(each => each.Effective.From.AddDays(20)).Distinct().Order()];

    /// <summary>The versions that a review opened on a day may run under.</summary>
    public static IReadOnlyList<ProcessDefinition> In(DateOnly day) =>
        [.. ProcessCatalogue.Shipped.All.Where(each => each.Effective.From <= day && !(day > each.Effective.To))];
}
