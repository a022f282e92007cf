using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Child = System.Diagnostics.Process;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>A host, as a process of its own that ends with this one. What it says is kept, and written to a file.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentQueue<string> _said = [];
    private readonly StreamWriter _file;
    private readonly Child _process;

    public HostProcess(string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, string log)
    {
        _file = new StreamWriter(log, append: true);
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Child { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public IEnumerable<string> Said => _said;

    public bool HasEnded => _process.HasExited;

    public async Task UntilHealthyAsync(HttpClient client)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), limit.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(Pause, limit.Token);
        }

        throw new InvalidOperationException($"The host ended with code {_process.ExitCode} before it was healthy.");
    }

    /// <summary>Ends it and whatever it started at once, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        lock (_file)
        {
            _file.Dispose();
        }
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        lock (_file)
        {
            if (_file.BaseStream?.CanWrite == true)
            {
                _file.WriteLine(line);
                _file.Flush();
            }
        }
    }
}
