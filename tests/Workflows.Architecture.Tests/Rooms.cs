using System.Xml.Linq;

namespace Workflows.Architecture.Tests;

/// <summary>The rooms under src, and which others each may use, itself or through another.</summary>
internal static class Rooms
{
    public static IReadOnlyDictionary<string, string[]> MayUse { get; } = new Dictionary<string, string[]>
    {
        ["Workflows.Process"] = [],
        ["Workflows.Screening"] = [],
        ["Workflows.Reviews"] = ["Workflows.Process", "Workflows.Screening"],
        ["Workflows.Sqlite"] = ["Workflows.Reviews", "Workflows.Process", "Workflows.Screening"],
        ["Workflows.AzureStorage"] = ["Workflows.Reviews", "Workflows.Process", "Workflows.Screening"],
        ["Workflows.Graph"] = ["Workflows.Reviews", "Workflows.Process", "Workflows.Screening"],
        ["Workflows.Web"] = ["Workflows.Reviews", "Workflows.Process", "Workflows.Screening"],
        ["Workflows.Cloud"] =
            ["Workflows.Web", "Workflows.AzureStorage", "Workflows.Graph", "Workflows.Reviews", "Workflows.Process", "Workflows.Screening"],
        ["Workflows.Functions"] =
        [
            "Workflows.Cloud", "Workflows.Web", "Workflows.AzureStorage", "Workflows.Graph", "Workflows.Reviews",
            "Workflows.Process", "Workflows.Screening",
        ],
        ["Workflows.Local"] =
            ["Workflows.Web", "Workflows.Sqlite", "Workflows.Graph", "Workflows.Reviews", "Workflows.Screening", "Workflows.Process"],
    };

    /// <summary>Project files of the rooms that stand in the repository.</summary>
    public static IEnumerable<string> Projects =>
        Repository.Projects.Where(file => file.StartsWith("src/", StringComparison.Ordinal));

    public static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));

    /// <summary>Arrows that a project file draws and its room may not have: <c>from → to</c>.</summary>
    public static IEnumerable<string> WrongArrows(string room, XDocument project) => WrongArrows(
        room, project.Descendants("ProjectReference").Select(each => NameOf((string)each.Attribute("Include")!)));

    /// <summary>Arrows to others that a room may not have.</summary>
    public static IEnumerable<string> WrongArrows(string room, IEnumerable<string> used) => used
        .Where(other => other.StartsWith("Workflows.", StringComparison.Ordinal))
        .Where(other => !MayUse.GetValueOrDefault(room, []).Contains(other))
        .Select(other => $"{room} → {other}");
}
