using System.Globalization;

namespace Workflows.Graph.Sending;

/// <summary>
/// Written into the mailbox before a draft is sent, and left there: without it, "the draft is gone and not yet among the
/// sent items" could not be told from "there never was a draft".
/// </summary>
/// <param name="Id">Graph's identifier of the record.</param>
/// <param name="Draft">Internet message id of the draft that was asked to be sent.</param>
/// <param name="AskedAt">When sending was asked for last.</param>
/// <param name="Reported">Whether a person has been told that its end is unclear.</param>
internal sealed record SendingRecord(string Id, string Draft, DateTimeOffset AskedAt, bool Reported)
{
    private const string Asked = "asked";
    private const string Unclear = "unclear";

    /// <summary>The record as the subject line of its message, such as <c>asked 2026-01-05T09:00:00.0000000Z &lt;id&gt;</c>.</summary>
    public static string Write(string draft, DateTimeOffset askedAt, bool reported) =>
        $"{(reported ? Unclear : Asked)} {askedAt.UtcDateTime:O} {draft}";

    /// <summary>Reads a subject line; one that cannot be read is taken as asked very long ago, which ends with a person.</summary>
    public static SendingRecord Read(string id, string? subject)
    {
        var parts = subject?.Split(' ', 3) ?? [];
        return parts.Length == 3 && DateTimeOffset.TryParse(parts[1], CultureInfo.InvariantCulture, out var askedAt)
            ? new(id, parts[2], askedAt, parts[0] == Unclear)
            : new(id, string.Empty, DateTimeOffset.MinValue, Reported: false);
    }

    /// <summary>How long ago sending was asked for; the distance, should the clock have been set back since.</summary>
    public TimeSpan Age(DateTimeOffset now) => (now - AskedAt).Duration();

    /// <summary>
    /// The record to go by: one whose draft has gone, for that may be under way; else the latest that is open; else the
    /// latest; null where there is none.
    /// </summary>
    public static SendingRecord? Choose(IReadOnlyCollection<SendingRecord> records, IReadOnlyCollection<MailboxItem> drafts) => records
        .OrderBy(record => record.Reported)
        .ThenBy(record => drafts.Any(draft => draft.Name == record.Draft))
        .ThenByDescending(record => record.AskedAt)
        .FirstOrDefault();
}
