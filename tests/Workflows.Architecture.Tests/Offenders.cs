namespace Workflows.Architecture.Tests;

/// <summary>Asserts that a rule has no offenders, and prints all of them where it has: xunit's own message would cut them short.</summary>
internal static class Offenders
{
    public static void None(IEnumerable<string> offenders)
    {
        var found = offenders.ToArray();
        Assert.True(found.Length == 0, $"{found.Length} against the rule:\n{string.Join('\n', found)}");
    }
}
