namespace Workflows.Durability.Tests.Support;

/// <summary>
/// What was tried and what was found, for whoever runs the tests: lines in the file that WORKFLOWS_COUNTS names, which
/// <c>./test</c> prints before its last line.
/// </summary>
internal static class Counts
{
    private static readonly Lock s_writing = new();

    /// <summary>Tells a line.</summary>
    public static void Tell(string line)
    {
        Console.WriteLine(line);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_COUNTS") is { Length: > 0 } file)
        {
            lock (s_writing)
            {
                File.AppendAllText(file, line + '\n');
            }
        }
    }

    /// <summary>A number that the environment gives, or the usual one.</summary>
    public static int Asked(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : usual;
}
