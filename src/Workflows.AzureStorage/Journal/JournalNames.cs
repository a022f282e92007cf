using System.Globalization;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Journal;

/// <summary>A journal's segments: <c>{review}/0001.jsonl</c>, <c>{review}/0002.jsonl</c>, …</summary>
internal static class JournalNames
{
    /// <summary>Appends that one append blob takes; then the next segment begins. A limit of the service.</summary>
    public const int BlocksInSegment = 50_000;

    /// <summary>Segments of one journal at most: half a thousand million appends.</summary>
    public const int Segments = 9999;

    private const string Ending = ".jsonl";

    public static string Of(ReviewId review, int segment) => $"{review.Value}/{segment:D4}{Ending}";

    public static bool TryParse(string name, out ReviewId review, out int segment)
    {
        segment = 0;
        return ReviewId.TryParse(name.Split('/')[0], out review)
            && name.Length == 33 + 4 + Ending.Length
            && int.TryParse(name.AsSpan(33, 4), NumberStyles.None, CultureInfo.InvariantCulture, out segment)
            && segment > 0
            && name == Of(review, segment);
    }
}
