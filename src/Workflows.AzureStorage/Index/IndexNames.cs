using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// Names of the index's blobs. Listings come in the order of names, so the names carry the order: what is newest, or longest
/// due, stands first.
/// </summary>
internal static partial class IndexNames
{
    public const string Rows = "reviews/";
    public const string Places = "places/";
    public const string Wakes = "wakes/";
    public const string PublicationsByDay = "publications/by-day/";
    public const string PublicationsById = "publications/by-id/";

    /// <summary>The row of a review: <c>reviews/{partnership}/{newest first}{review}</c>.</summary>
    public static string Row(ReviewSummary summary) => $"{Partition(summary.Partnership)}{OpenedKey(summary.OpenedAt, summary.Id)}";

    /// <summary>Under which all rows of a partnership stand.</summary>
    public static string Partition(string partnership) => $"{Rows}{Safe(partnership)}/";

    /// <summary>Sorts newer openings before older ones, and same ones by review.</summary>
    public static string OpenedKey(DateTimeOffset opened, ReviewId review) =>
        $"{DateTimeOffset.MaxValue.UtcTicks - opened.UtcTicks:D19}{review.Value}";

    /// <summary>The order of a row: the last part of its name.</summary>
    public static string KeyOfRow(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The review of a row, from its name.</summary>
    public static bool TryReview(string rowName, out ReviewId review) =>
        ReviewId.TryParse(KeyOfRow(rowName) is { Length: 51 } key ? key[19..] : null, out review);

    /// <summary>Where a review's row stands: its name follows from the review alone.</summary>
    public static string Place(ReviewId review) => Places + review.Value;

    /// <summary>Sorts later days first, and the same day's by public identifier.</summary>
    public static string PublishedKey(Publication publication) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - publication.PublishedOn.DayNumber:D7}{Safe(publication.Id)}");

    public static string ByDay(Publication publication) => PublicationsByDay + PublishedKey(publication);

    public static string ById(string publication) => PublicationsById + Safe(publication);

    /// <summary>An identifier as it is where it is a plain one, else its hash: a name can hold no hostile or overlong text.</summary>
    private static string Safe(string text) => PlainPattern().IsMatch(text)
        ? text
        : "x" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex PlainPattern();
}
