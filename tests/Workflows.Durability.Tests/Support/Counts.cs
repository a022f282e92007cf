namespace Workflows.Durability.Tests.Support;

/// <summary>
/// What was tried and what was found, for whoever runs the tests: lines in the file that WORKFLOWS_COUNTS names, which
/// <c>./test</c> prints before its last line.
/// </summary>
internal static class Counts
{
    private const int MostTries = 10_000;
    private static readonly Lock s_writing = new();

    /// <summary>Tells a line.</summary>
    public static void Tell(string line)
    {
        Console.WriteLine(line);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_COUNTS") is { Length: > 0 } file)
        {
            lock (s_writing)
            {
                Append(file, line);
            }
        }
    }

    // Several test projects run at once and tell what they tried in the same file.
    private static void Append(string file, string line)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                File.AppendAllText(file, line + '\n');
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Whether the hours are asked for, and not the minute or two that <c>./test</c> has.</summary>
    private static bool IsLong => Environment.GetEnvironmentVariable("WORKFLOWS_LONG") is "1";

    /// <summary>A number that the environment gives; else the usual one, or that of a long run where WORKFLOWS_LONG=1 asks for one.</summary>
    public static int Asked(string name, int usual, int inLong) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : IsLong ? inLong : usual;

    /// <summary>A number that the environment gives, or the usual one.</summary>
    public static int Asked(string name, int usual) => Asked(name, usual, usual);
}
