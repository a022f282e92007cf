using Workflows.Process.Definitions;

namespace Workflows.Web.Api.Problems;

/// <summary>What could be opened instead of what was asked for.</summary>
internal static class Alternatives
{
    /// <summary>The versions of the process, and other processes that apply on the day.</summary>
    public static IReadOnlyList<Alternative> Of(ProcessChoice choice) =>
        [.. choice.Alternatives.Concat(choice.Others).Select(each => new Alternative(
            each.Id, each.Version, each.Title, each.Why, each.Effective.By, each.Effective.From, each.Effective.To))];
}

/// <summary>Something that could be asked for instead.</summary>
/// <param name="Process">Name of the process.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Why">When it applies, in a sentence.</param>
/// <param name="By">The opening fact that decides.</param>
/// <param name="From">First day on which it applies.</param>
/// <param name="To">Last day, or null while it is in force.</param>
internal sealed record Alternative(string Process, string Version, string Title, string Why, string By, DateOnly From, DateOnly? To);
