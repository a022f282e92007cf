namespace Workflows.AzureStorage.Journal;

/// <summary>
/// How far a journal is known to reach. A journal only grows, so what was once read stays true; it may have grown since.
/// </summary>
/// <param name="Sequence">Sequence of the last known line; 0 for none.</param>
/// <param name="Segment">Number of the last known segment, from 1.</param>
/// <param name="Bytes">Length of that segment.</param>
/// <param name="Blocks">Appends in that segment.</param>
internal sealed record JournalHead(long Sequence, int Segment, long Bytes, int Blocks)
{
    public static readonly JournalHead Nothing = new(0, 1, 0, 0);

    /// <summary>The head as the index notes it: compared with a listing, it shows whether the index has fallen behind.</summary>
    public string Mark => MarkOf(Segment, Bytes);

    public static string MarkOf(int segment, long bytes) => $"{segment}:{bytes}";
}
