using System.Diagnostics;
using System.Net;
using Child = System.Diagnostics.Process;

namespace Workflows.Functions.Drive;

/// <summary>The functions host, as a process of its own that ends with this one.</summary>
internal sealed class HostProcess(Child process) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static HostProcess Start(string command, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Child.Start(start) ?? throw new InvalidOperationException("The host did not start."));
    }

    public async Task UntilHealthyAsync(HttpClient client)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!process.HasExited)
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

        throw new InvalidOperationException($"The host ended with code {process.ExitCode} before it was healthy.");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }
}
