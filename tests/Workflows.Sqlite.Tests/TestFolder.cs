namespace Workflows.Sqlite.Tests;

/// <summary>A folder of its own under the system's temporary one, gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("workflows-sqlite-");

    /// <summary>A path in it; nothing is there yet.</summary>
    public string this[string name] => Path.Combine(_root.FullName, name);

    public void Dispose() => _root.Delete(recursive: true);
}
