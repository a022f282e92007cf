using Workflows.Sqlite;

namespace Workflows.Local.Exporting;

/// <summary>A document as the list beside it names it.</summary>
internal sealed record ExportedDocument(
    string File, string Document, int Version, string FileName, string MediaType, long Bytes, string Sha256);

/// <summary>A letter as it is exported.</summary>
internal sealed record ExportedLetter(
    long Id, string Key, string Review, string Kind, IReadOnlyList<string> To, DateTimeOffset SentAt, string Subject, string Text,
    string Html, string? Calendar)
{
    /// <summary>The letter of an outbox, as it is exported.</summary>
    /// <param name="letter">The letter.</param>
    public static ExportedLetter Of(OutboxLetter letter) => new(
        letter.Id, letter.Key, letter.Review.Value, letter.Kind, letter.To, letter.SentAt, letter.Subject, letter.Text, letter.Html,
        letter.Calendar);
}
