using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Pages.Publications;

/// <summary>Whose a publication is, as the public is told.</summary>
internal static class Publisher
{
    /// <summary>What stands in place of a partnership that is not named.</summary>
    public const string Unnamed = "A safeguarding partnership in England";

    public static string NameOf(Publication publication, DirectorySnapshot directory) =>
        publication.Partnership is { } id ? directory.FindPartnership(id)?.Name ?? id : Unnamed;
}
