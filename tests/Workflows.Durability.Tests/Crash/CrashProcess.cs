using System.Diagnostics;
using Workflows.Durability.Tests.Trap;

namespace Workflows.Durability.Tests.Crash;

/// <summary>The use cases over a folder, in a process of their own that can be killed at any write.</summary>
internal static class CrashProcess
{
    /// <summary>Runs it to its end, or to its death.</summary>
    /// <param name="trap">What is in its way.</param>
    /// <param name="folder">Where <c>data</c> and <c>acknowledged</c> stand.</param>
    /// <param name="what">What it does.</param>
    /// <returns>Its exit code.</returns>
    public static Task<int> RunAsync(TrapControl trap, string folder, params string[] what) =>
        RunAsync(trap, Path.Combine(folder, "data"), Path.Combine(folder, "acknowledged"), what);

    /// <summary>The same with a data folder and a file of what was acknowledged.</summary>
    public static async Task<int> RunAsync(TrapControl trap, string data, string acknowledged, IEnumerable<string> what)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflows.Crash.dll"), data, acknowledged, .. what])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in trap.Environment)
        {
            start.Environment[name] = value;
        }

        // It starts in the time that its first compilation takes; better code would come too late for it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var program = System.Diagnostics.Process.Start(start)!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.True(output.Length == 0, output);
        return program.ExitCode;
    }
}
