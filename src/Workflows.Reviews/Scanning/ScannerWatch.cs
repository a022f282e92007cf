using System.Text;
using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Scanning;

/// <summary>
/// Asks the scanners, and knows how they do. Once an hour, before a file is looked at, they are shown the harmless test file that every
/// scanner finds (EICAR): one that calls it clean looks at nothing, and is not believed.
/// </summary>
/// <param name="scanners">The scanners; all of them must find a file clean. None: nothing is looked at.</param>
/// <param name="clock">Says when to try them again.</param>
/// <param name="log">Takes what is wrong.</param>
public sealed class ScannerWatch(IEnumerable<IDocumentScanner> scanners, TimeProvider clock, ILogger<ScannerWatch> log)
{
    private static readonly TimeSpan Believed = TimeSpan.FromHours(1);

    // In two parts, so that no scanner takes this program for the test file.
    private static readonly byte[] TestFile = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly IDocumentScanner[] _scanners = [.. scanners];
    private DateTimeOffset? _provenAt;
    private volatile string? _problem;

    /// <summary>Whether any scanner is set.</summary>
    public bool HasScanner => _scanners.Length > 0;

    /// <summary>The scanners, in a few words; empty where none is set.</summary>
    public string Title => string.Join(" and ", _scanners.Select(scanner => scanner.Title));

    /// <summary>Why the scanners could not be used when they were last wanted, or null.</summary>
    public string? Problem => _problem;

    /// <summary>Looks through a file.</summary>
    /// <param name="content">The file; it can be sought.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ScannerUnavailableException">It could not be told whether it is clean.</exception>
    public async Task<ScanResult> LookAsync(Stream content, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            await ProveAsync(stop);
            var result = await ScanAsync(content, stop);
            _problem = null;
            return result;
        }
        catch (ScannerUnavailableException fault)
        {
            _problem = fault.Message;
            DeskLog.ScannerFailed(log, fault);
            throw;
        }
    }

    private async Task ProveAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (_provenAt is { } at && now >= at && now - at < Believed)
        {
            return;
        }

        foreach (var scanner in _scanners)
        {
            using var test = new MemoryStream(TestFile, writable: false);
            if ((await scanner.ScanAsync(test, stop)).IsClean)
            {
                throw new ScannerUnavailableException($"{scanner.Title} does not find the harmless test file, so it looks at nothing.");
            }
        }

        _provenAt = now;
    }

    private async Task<ScanResult> ScanAsync(Stream content, CancellationToken stop)
    {
        foreach (var scanner in _scanners)
        {
            content.Position = 0;
            if (await scanner.ScanAsync(content, stop) is { IsClean: false } found)
            {
                return found;
            }
        }

        return ScanResult.Clean;
    }
}
