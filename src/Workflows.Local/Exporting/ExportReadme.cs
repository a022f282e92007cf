namespace Workflows.Local.Exporting;

/// <summary>The page that explains an export to somebody who has nothing but the export.</summary>
internal static class ExportReadme
{
    /// <summary>The page.</summary>
    public const string Text = """
        Reviews of serious child safeguarding cases: an export
        =======================================================

        Everything here is plain text (UTF-8) or the document as it was handed in. It is as confidential as the service that it
        comes from.

        reviews/ID/journal.ndjson
            All that ever happened in a review, one JSON object a line, in order, as it is stored. The other files follow from it.
              review, sequence   which review, and the line's place, from 1 without gaps
              at                 when, UTC
              by                 who, and in which role; user "engine" for what fell due by itself
              key, fingerprint   what makes a repeated command recognisable; only on the first entry of such a command
              event              what happened; "type" names it. Days are days in Europe/London
              seal               see below
            Free text that people typed is sealed there: {"sealed":"aes256gcm-1","key":"…","text":"…"} in place of a string.
        reviews/ID/journal-opened.ndjson
            The same lines with the free text opened. "[destroyed]" stands for text whose key was destroyed, which nobody can open.
            The seals are those of journal.ndjson and do not fit these lines.
        reviews/ID/summary.json
            How the review stood when it was exported.
        reviews/ID/documents.json, reviews/ID/documents/
            The documents, every version, with the names they were handed in under and the SHA-256 of their bytes.
        reviews/ID/looks-YEAR.ndjson
            Who looked at the review in a year, one JSON object a line, in order.
              chain, sequence    the name of this chain, and the line's place in it, from 1 without gaps
              at                 when it was put on record, UTC
              lookedAt, by       when, UTC, and who; "operator" for whoever exports at the command line
              what, through      at what (review, journal, documents NAME VERSION, looks, export), and how
              key                which key sealed it, by a name that says nothing about the key
              seal               see below
        quarantine/quarantine-YEAR.ndjson
            Files that a malware scanner set aside in a year, of all reviews, one JSON object a line, in order; the files
            themselves are not in an export. Only where all reviews were exported, and there were any.
              chain, sequence, at, key, seal    as above
              review, item, by   for which review and step it was handed in, and by whom
              sha256, bytes      of the file
              finding            what the scanner said
        anchors/anchors-YEAR.ndjson
            Where every journal and every other chain stood, day by day, one JSON object a line, in order.
              chain, sequence, at, key, seal    as above
              heads              what changed since the line before: the chain ("reviews/ID" for a journal), the sequence of its
                                 last line, and that line's seal
              all, root          on the last line of a day: how many chains there are, and one SHA-256 for all of them
        letters.ndjson
            Letters that were kept in this machine's outbox, one JSON object a line.
        definitions/NAME@VERSION.yaml
            The rules that the reviews opened under.

        To check that nothing was changed: each line's seal is HMAC-SHA256, written as base64url without padding, over the seal
        of the line before (its 43 characters; nothing for the first line of a file) followed by the line's own bytes up to, and
        without, ,"seal". The key is the audit key of the service, base64 on one line; it is not in this export. Where the key was
        changed, a line is sealed by the key that was in use; each file goes on from one key to the next.

        To check that nothing was cut off or removed: read the anchors in order and keep, for each chain, the latest head. The
        journal reviews/ID must have a line of that sequence, and it must bear that seal; so must every other chain. An export of
        one review holds the anchors of all, as they stand in one chain.

        "root" is SHA-256, lower-case hex, over one line for each chain known by then, in the order of the names' bytes: name,
        sequence and seal with single spaces between, ended by a line feed.

        The seals of a journal are over its sealed text: the chain of journal.ndjson can be checked without any key of free text,
        also after such a key was destroyed.

        """;
}
