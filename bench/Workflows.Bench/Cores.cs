using System.Diagnostics;
using System.Globalization;

namespace Workflows.Bench;

/// <summary>What a second core brings: the same commands in programs of their own, held to one core and to two.</summary>
internal static class Cores
{
    private const int Reviews = 256;
    private const int Rounds = 3;
    private const string Taskset = "/usr/bin/taskset";

    public static async Task<IEnumerable<string>> MeasureAsync(string folder)
    {
        if (Environment.ProcessorCount < 2)
        {
            return ["commands a second with 1 and 2 cores: not measured, this machine has one"];
        }

        // In turn and the best of each: whatever else runs on the machine only ever takes away.
        var (one, two) = (0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            one = Math.Max(one, await RunAsync(Path.Combine(folder, $"one-{round}"), 1));
            two = Math.Max(two, await RunAsync(Path.Combine(folder, $"two-{round}"), 2));
        }

        return
        [
            $"commands a second with 1 core, with 2          {one,10:N0} {two,8:N0}{(File.Exists(Taskset) ? "" : "   (the runtime's setting; no taskset here)")}",
            $"two cores over one                             {two / one,10:N2}",
        ];
    }

    public static async Task<string> RateAsync(string folder)
    {
        await using var host = new BenchHost(folder, Measures.NewClock());
        var reviews = await Measures.OpenAsync(host, Reviews);
        await Measures.ParallelCommandsAsync(host, reviews, commands: 8_000);
        var rate = await Measures.ParallelCommandsAsync(host, reviews, commands: 30_000);
        return rate.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<double> RunAsync(string folder, int cores)
    {
        string[] own = [typeof(Cores).Assembly.Location, "rate", folder];
        var start = File.Exists(Taskset)
            ? new ProcessStartInfo(Taskset, ["-c", cores == 1 ? "0" : "0,1", "dotnet", .. own])
            : new ProcessStartInfo("dotnet", own);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.Environment["DOTNET_PROCESSOR_COUNT"] = cores.ToString(CultureInfo.InvariantCulture);
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(said, CultureInfo.InvariantCulture);
    }
}
