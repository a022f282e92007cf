using System.Runtime.CompilerServices;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Files;

/// <summary>
/// Chains as text files of one folder, a line each, which can stand on another disk than the reviews: <c>anchors/2026</c> is
/// <c>anchors-2026.ndjson</c>. What a crash left of a line that was never answered is cut away by the next append.
/// </summary>
/// <param name="folder">Path of the folder; it is made with the first append.</param>
public sealed class FileChainedLog(string folder) : IChainedLog
{
    private const string Ending = ".ndjson";
    private readonly Lock _writing = new();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JournalLine>> ReadAsync(string chain, long after, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        try
        {
            var path = PathOf(chain);
            return File.Exists(path)
                ? [.. Split(await File.ReadAllBytesAsync(path, stop)).Lines.SkipWhile(line => line.Sequence <= after)] : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(fault);
        }
    }

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendAsync(string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        ChainNames.ThrowIfMalformed(chain, expected, lines);
        stop.ThrowIfCancellationRequested();
        try
        {
            lock (_writing)
            {
                return Task.FromResult(Append(PathOf(chain), expected, lines));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(fault);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChainSize> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var files = Directory.EnumerateFiles(folder, $"*{Ending}").Select(path => (Path: path, Chain: ChainOf(path)))
            .Where(file => file.Chain.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(file => file.Chain, StringComparer.Ordinal);
        foreach (var (path, chain) in files)
        {
            yield return new ChainSize(chain, new FileInfo(path).Length);
        }
    }

    private AppendOutcome Append(string path, long expected, IReadOnlyList<JournalLine> lines)
    {
        Disk.MakeFolder(Path.GetFullPath(folder));
        var isNew = !File.Exists(path);
        using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var (there, whole) = Split(bytes);
            if (there.Count != expected)
            {
                return AppendOutcome.Stale;
            }

            file.SetLength(whole);
            file.Position = whole;
            foreach (var line in lines)
            {
                file.Write(line.Utf8.Span);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            Disk.Flush(Path.GetFullPath(folder));
        }

        return AppendOutcome.Appended;
    }

    // Whole lines only, and how many bytes they have together.
    private static (List<JournalLine> Lines, int Bytes) Split(byte[] bytes)
    {
        var (lines, from) = (new List<JournalLine>(), 0);
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', from)) >= 0; from = end + 1)
        {
            lines.Add(new JournalLine(lines.Count + 1, bytes.AsMemory(from, end - from)));
        }

        return (lines, from);
    }

    private string PathOf(string chain) => Path.Combine(folder, chain.Replace('/', '-') + Ending);

    // A year follows the last hyphen.
    private static string ChainOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var at = name.LastIndexOf('-');
        return at < 0 ? name : $"{name[..at]}/{name[(at + 1)..]}";
    }

    private StoreUnavailableException Unavailable(Exception fault) =>
        new($"The folder of anchors, {folder}, could not be read or written: {fault.Message}", fault);
}
