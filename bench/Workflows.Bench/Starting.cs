using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Workflows.Bench;

/// <summary>How long the real program takes to answer, and what memory it holds, over an empty folder and over a full one.</summary>
internal static class Starting
{
    private const int Reviews = 100_000;
    private const int Rounds = 7;

    public static async Task<IEnumerable<string>> MeasureAsync(string folder)
    {
        var full = Path.Combine(folder, "full");
        await Filling.FillAsync(full, Reviews);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var none = new List<Run>();
        var many = new List<Run>();

        // In turn, so that a machine that drifts drifts for both; the first of each warms the disk's cache.
        for (var round = 0; round <= Rounds; round++)
        {
            none.Add(await StartAsync(http, Path.Combine(folder, $"empty-{round}")));
            many.Add(await StartAsync(http, full));
        }

        var (empty, loaded) = (Middle(none), Middle(many));
        return
        [
            $"until /healthz answers, empty folder, seconds  {empty.Seconds,10:N2}",
            $"until /healthz answers, {Reviews:N0} open reviews  {loaded.Seconds,10:N2}",
            $"full over empty                                {loaded.Seconds / empty.Seconds,10:N2}   (at most 3)",
            $"resident memory, empty, now and at most, MB    {empty.Resident,10:N0} {empty.Peak,8:N0}",
            $"resident memory, full, now and at most, MB     {loaded.Resident,10:N0} {loaded.Peak,8:N0}   (at most 300)",
        ];
    }

    private static async Task<Run> StartAsync(HttpClient http, string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(
            "dotnet", [Program(), "serve", "--urls", address, "--data", data, "--clock", Filling.Clock])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            _ = process.StandardOutput.ReadToEndAsync();
            var said = process.StandardError.ReadToEndAsync();
            while (!await AnswersAsync(http, $"{address}/healthz"))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(2))
                {
                    throw new InvalidOperationException($"The program did not start: {(process.HasExited ? await said : "no answer")}");
                }

                await Task.Delay(5);
            }

            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

            // What it does right after its start belongs to it as well.
            await Task.Delay(TimeSpan.FromSeconds(3));
            process.Refresh();
            return new Run(seconds, process.WorkingSet64 / 1e6, process.PeakWorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    // Built beside this program, in the same configuration.
    private static string Program() => Path.Combine(
        AppContext.BaseDirectory.Replace(
            Path.Combine("bench", "Workflows.Bench"), Path.Combine("src", "Workflows.Local"), StringComparison.Ordinal),
        "Workflows.Local.dll");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Run Middle(List<Run> runs)
    {
        var counted = runs.Skip(1).ToArray();
        return new Run(
            counted.Select(run => run.Seconds).Order().ElementAt(counted.Length / 2),
            counted.Max(run => run.Resident), counted.Max(run => run.Peak));
    }

    private sealed record Run(double Seconds, double Resident, double Peak);
}
