using System.ComponentModel;
using System.Diagnostics;
using Workflows.Reviews.Ports;
using SystemProcess = System.Diagnostics.Process;

namespace Workflows.Reviews.Scanning;

/// <summary>
/// A scanner that is a program of the machine. It reads the file on its standard input and answers by how it ends, as <c>clamdscan</c>
/// does: 0, nothing was found; 1, something was; anything else, it could not tell.
/// </summary>
internal sealed class CommandScanner(ScannerOptions options) : IDocumentScanner
{
    private const int Clean = 0;
    private const int Bad = 1;
    private const int MostOutput = 4096;

    public string Title => $"the command {Path.GetFileName(options.Command)}";

    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.Timeout);
        using var program = Start();
        try
        {
            var output = ReadAsync(program.StandardOutput, limit.Token);
            var errors = ReadAsync(program.StandardError, limit.Token);
            await GiveAsync(program, content, limit.Token);
            await program.WaitForExitAsync(limit.Token);
            var says = await output;
            await errors;
            return program.ExitCode switch
            {
                Clean => ScanResult.Clean,
                Bad => ScanResult.Found(says),
                var code => throw new ScannerUnavailableException($"The scanner ended with {code}, which says nothing of the file."),
            };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ScannerUnavailableException($"The scanner took longer than {options.Timeout}.");
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill(entireProcessTree: true);
            }
        }
    }

    private SystemProcess Start()
    {
        var start = new ProcessStartInfo(options.Command!, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return SystemProcess.Start(start) ?? throw new ScannerUnavailableException("The scanner could not be started.");
        }
        catch (Win32Exception problem)
        {
            throw new ScannerUnavailableException("The scanner could not be started.", problem);
        }
    }

    // One that knows enough before the end may close its input; how it ends still counts.
    private static async Task GiveAsync(SystemProcess program, Stream content, CancellationToken stop)
    {
        try
        {
            await content.CopyToAsync(program.StandardInput.BaseStream, stop);
            program.StandardInput.Close();
        }
        catch (IOException)
        {
            // Told by how it ends.
        }
    }

    // All that it writes is read, so that it is never held up; the beginning is kept.
    private static async Task<string> ReadAsync(StreamReader from, CancellationToken stop)
    {
        var (kept, piece) = (new System.Text.StringBuilder(), new char[1024]);
        for (var count = await from.ReadAsync(piece, stop); count > 0; count = await from.ReadAsync(piece, stop))
        {
            kept.Append(piece, 0, Math.Min(count, Math.Max(0, MostOutput - kept.Length)));
        }

        return kept.ToString();
    }
}
