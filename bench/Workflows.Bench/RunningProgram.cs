using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Workflows.Bench;

/// <summary>The real program, built in this configuration, serving from a folder.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _process;

    private RunningProgram(System.Diagnostics.Process process, string address, double seconds) =>
        (_process, Address, Seconds) = (process, address, seconds);

    /// <summary>Where it is.</summary>
    public string Address { get; }

    /// <summary>Seconds from its start until it answered.</summary>
    public double Seconds { get; }

    /// <summary>Its memory, now and at most, MB.</summary>
    public (double Resident, double Peak) Memory
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64 / 1e6, _process.PeakWorkingSet64 / 1e6);
        }
    }

    public static async Task<RunningProgram> StartAsync(HttpClient http, string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(
            "dotnet", [Program(), "serve", "--urls", address, "--data", data, "--clock", Filling.Clock])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        var process = System.Diagnostics.Process.Start(start)!;
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

        return new RunningProgram(process, address, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
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
}
