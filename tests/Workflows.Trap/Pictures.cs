namespace Workflows.Trap;

/// <summary>
/// Copies of the folder as it stands at each durable write, before its first byte and once it is durable: what a kill there would leave. A
/// process that takes them goes on, so that every point of a whole case is had from one run.
/// </summary>
internal static class Pictures
{
    private static string s_target = string.Empty;
    private static string s_source = string.Empty;
    private static bool s_dirty;
    private static int s_count;

    /// <summary>Whether they are taken.</summary>
    public static bool AreTaken => s_target.Length > 0;

    /// <summary>Begins.</summary>
    /// <param name="target">Where they are put.</param>
    /// <param name="folder">The data folder; what stands beside it is copied too.</param>
    public static void Begin(string target, string folder) => (s_target, s_source) = (target, Path.GetDirectoryName(folder)!);

    /// <summary>Something is about to be written, or made durable.</summary>
    public static void Before()
    {
        if (!s_dirty)
        {
            s_dirty = true;
            Take("before");
        }
    }

    /// <summary>What was written is durable.</summary>
    public static void After()
    {
        s_dirty = false;
        Take("after");
    }

    private static void Take(string when)
    {
        var to = Path.Combine(s_target, $"{s_count++:D5}-{when}");
        foreach (var file in Directory.EnumerateFiles(s_source, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(s_source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }
    }
}
