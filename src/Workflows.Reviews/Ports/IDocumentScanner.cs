namespace Workflows.Reviews.Ports;

/// <summary>Looks for malicious software in a file that is handed in, before it counts as a document.</summary>
public interface IDocumentScanner
{
    /// <summary>Which scanner this is, in a few words, for the administration page; no secret.</summary>
    string Title { get; }

    /// <summary>Looks through a file.</summary>
    /// <param name="content">The file, from where the stream stands to its end.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ScannerUnavailableException">It could not be told whether the file is clean.</exception>
    Task<ScanResult> ScanAsync(Stream content, CancellationToken stop);
}

/// <summary>What a scanner says of a file.</summary>
/// <param name="IsClean">Whether nothing was found in it.</param>
/// <param name="Finding">What was found, one line of at most 200 characters; empty where nothing was, or it was not said.</param>
public sealed record ScanResult(bool IsClean, string Finding)
{
    private const int LongestFinding = 200;

    /// <summary>Nothing was found.</summary>
    public static ScanResult Clean { get; } = new(IsClean: true, string.Empty);

    /// <summary>Something was found.</summary>
    /// <param name="says">What the scanner says; made one short line of what shows.</param>
    public static ScanResult Found(string says)
    {
        ArgumentNullException.ThrowIfNull(says);
        var line = string.Join(' ', says.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var shown = string.Concat(line.Where(each => each is >= ' ' and <= '~'));
        return new ScanResult(IsClean: false, shown.Length <= LongestFinding ? shown : shown[..LongestFinding]);
    }
}

/// <summary>The scanner did not say whether a file is clean, so the file is not taken.</summary>
/// <param name="problem">What went wrong, for the log and the administration page; nothing of the file.</param>
/// <param name="cause">What was thrown, or null.</param>
public sealed class ScannerUnavailableException(string problem, Exception? cause = null) : Exception(problem, cause);
