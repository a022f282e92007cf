using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Reviews.Ports;
using Workflows.Screening;

namespace Workflows.Reviews.Screening;

/// <summary>The private papers of the screen: their names, and how they are written. They are destroyed when the review has ended.</summary>
internal static class ScreeningPapers
{
    private const string ListPrefix = "case-list-";
    private const string FoundPrefix = "screening-found-";
    private const string KeyName = "screening-key";
    private const int KeyBytes = 32;

    /// <summary>Whether a paper is one of the screen's.</summary>
    public static bool IsOne(string name) =>
        name == KeyName || name.StartsWith(ListPrefix, StringComparison.Ordinal) || name.StartsWith(FoundPrefix, StringComparison.Ordinal);

    /// <summary>A name for a list that no other has, so that two people who give one at once do not write over each other.</summary>
    public static string NewListName() => ListPrefix + Random();

    /// <summary>A name for what was found in a document.</summary>
    public static string NewFoundName() => FoundPrefix + Random();

    /// <summary>A list as a paper. A random number in it makes its hash one that cannot be guessed from the names in it.</summary>
    public static byte[] Write(IReadOnlyList<ListEntry> entries) => JsonSerializer.SerializeToUtf8Bytes(
        new ListPaper(Random(), [.. entries.Select(entry => new ListLine(entry.Kind, entry.Text, entry.Variants))]), PaperJson.Form.ListPaper);

    /// <summary>Reads a list's paper.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static IReadOnlyList<ListEntry> ReadList(byte[] paper) =>
        [.. JsonSerializer.Deserialize(paper, PaperJson.Form.ListPaper)!.Entries.Select(line => new ListEntry(line.Kind, line.Text, line.Variants))];

    /// <summary>Findings as a paper; of very many, fewer places each, so that it is not larger than a paper may be.</summary>
    public static byte[] Write(IReadOnlyList<KeptFinding> findings)
    {
        foreach (var places in new[] { 5, 2, 1 })
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(
                [.. findings.Select(finding => finding with { Places = [.. finding.Places.Take(places)] })], PaperJson.Form.KeptFindingArray);
            if (bytes.Length <= PrivatePaper.MaximumBytes)
            {
                return bytes;
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes([.. findings.Select(finding => finding with { Places = [] })], PaperJson.Form.KeptFindingArray);
    }

    /// <summary>Reads a paper of findings.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static IReadOnlyList<KeptFinding> ReadFindings(byte[] paper) => JsonSerializer.Deserialize(paper, PaperJson.Form.KeptFindingArray)!;

    /// <summary>The key of a review's fingerprints; made where there is none yet.</summary>
    public static async Task<byte[]> KeyAsync(IPrivatePapers papers, ReviewId review, CancellationToken stop)
    {
        if (await papers.FindAsync(review, KeyName, stop) is { } key)
        {
            return key;
        }

        await papers.PutAsync(review, KeyName, RandomNumberGenerator.GetBytes(KeyBytes), stop);
        return await papers.FindAsync(review, KeyName, stop) ?? throw new StoreUnavailableException("A private paper that was just kept is not there.", inner: null);
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>A list as its paper holds it.</summary>
/// <param name="Random">A random number, in hexadecimal digits.</param>
/// <param name="Entries">The entries.</param>
internal sealed record ListPaper(string Random, ListLine[] Entries);

/// <summary>An entry as its paper holds it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The detail.</param>
/// <param name="Variants">Its other forms.</param>
internal sealed record ListLine(ListKind Kind, string Text, IReadOnlyList<string> Variants);

[JsonSerializable(typeof(ListPaper))]
[JsonSerializable(typeof(KeptFinding[]))]
internal sealed partial class PaperJson : JsonSerializerContext
{
    public static PaperJson Form { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<ListKind>(JsonNamingPolicy.KebabCaseLower) },

        // A paper is data, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
