using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using OsProcess = System.Diagnostics.Process;

namespace Workflows.Local.Tests.Support;

/// <summary>The built program in a process of its own.</summary>
internal sealed partial class LocalProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly OsProcess _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _error = [];
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalProgram(IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Workflows.Local.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = new OsProcess { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data, _output);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, _error);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("It ended before it was ready."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Error => string.Join('\n', _error);

    /// <summary>Starts it without waiting for anything.</summary>
    public static LocalProgram Run(params IEnumerable<string> args) => new(args);

    /// <summary>The same, with settings of its environment.</summary>
    public static LocalProgram RunIn(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> args) =>
        new(args, environment);

    /// <summary>Serves on any free port, and waits until it says where.</summary>
    public static async Task<(LocalProgram Program, DemoClient Client)> ServeAsync(string data, string? clock = null, params string[] more)
    {
        var program = new LocalProgram(
            ["serve", "--urls", "http://127.0.0.1:0", "--data", data, .. clock is null ? [] : new[] { "--clock", clock }, .. more]);
        return (program, new DemoClient(await program.ReadyAsync()));
    }

    public async Task<Uri> ReadyAsync()
    {
        try
        {
            return await _ready.Task.WaitAsync(Patience);
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{problem.Message}\n{Output}\n{Error}", problem);
        }
    }

    /// <summary>Asks it to stop, as the operating system does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = OsProcess.Start("kill", ["-TERM", $"{_process.Id}"]);
        return await EndAsync();
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line, ConcurrentQueue<string> lines)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (Ready().Match(line) is { Success: true } match)
        {
            _ready.TrySetResult(new Uri(match.Groups["url"].Value));
        }
    }

    [GeneratedRegex("^Ready at (?<url>http://[^ ]+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ready();
}
