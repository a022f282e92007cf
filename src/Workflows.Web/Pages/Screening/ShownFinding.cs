using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Screening;

namespace Workflows.Web.Pages.Screening;

/// <summary>A finding as a page shows it. Public because the component that shows it is.</summary>
/// <param name="Found">What the journal says of it.</param>
/// <param name="Kept">The passage, or null once it was destroyed.</param>
/// <param name="Answer">What was answered, or null.</param>
public sealed record ShownFinding(FoundDetail Found, KeptFinding? Kept, FindingAnswer? Answer)
{
    /// <summary>Identifier of its box on the page.</summary>
    internal string Box => $"finding-{Found.Id}";

    /// <summary>Where it stands: pages, where the format says them.</summary>
    internal string Where => Found.Pages.Count switch
    {
        0 => Kept?.Places is [var place, ..] ? place.Where : "the whole document",
        1 => $"page {Found.Pages[0]}",
        _ => $"pages {string.Join(", ", Found.Pages)}",
    };
}
