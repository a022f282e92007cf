using Workflows.Reviews.Scanning;

namespace Workflows.Reviews.Health;

/// <summary>Whether documents are looked at for malicious software.</summary>
internal sealed class ScannerSigns(ScannerWatch watch) : IHealthSource
{
    public Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var (level, stands) = (watch.HasScanner, watch.Problem) switch
        {
            (false, _) => (HealthLevel.Note, "None is set up: documents are taken without being looked at, apart from programs, which are refused."),
            (true, { } problem) => (HealthLevel.Look, $"{problem} No document is taken meanwhile."),
            _ => (HealthLevel.Good, $"Documents are looked at by {watch.Title}."),
        };
        return Task.FromResult<IReadOnlyList<HealthSign>>(
        [
            new HealthSign(
                "scanner", "Malware scanner", level, stands,
                watch.HasScanner ? "See that the scanner runs and its signatures are fresh; then hand the document in again." : "Set Scanner:Command or Scanner:Endpoint, and start the service again.",
                "Documents cannot be looked at for malicious software, so none is taken."),
        ]);
    }
}
