using Workflows.Reviews.Directory;

namespace Workflows.Web.Tests.Support;

/// <summary>Two partnerships and some national people, of which everybody's part in the tests shows in their identifier.</summary>
internal static class TestDirectory
{
    public static DirectorySnapshot Snapshot { get; } = Read();

    /// <summary>Somebody of a partnership (or of a national body) who holds a role.</summary>
    public static string HolderOf(string role, string partnership = "fernshire") =>
        Snapshot.People.First(person => person.Roles.Contains(role) && person.WorksIn(partnership)).User;

    private static DirectorySnapshot Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Support", "directory.yaml");
        return DirectorySource.OfFile(path, TimeProvider.System).Current;
    }
}
