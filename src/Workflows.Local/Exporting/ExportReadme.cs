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
            All that ever happened in a review, one JSON object a line, in order. The other files of a review follow from it.
              review, sequence   which review, and the line's place, from 1 without gaps
              at                 when, UTC
              by                 who, and in which role; user "engine" for what fell due by itself
              key, fingerprint   what makes a repeated command recognisable; only on the first entry of such a command
              event              what happened; "type" names it. Days are days in Europe/London
              seal               see below
        reviews/ID/summary.json
            How the review stood when it was exported.
        reviews/ID/documents.json, reviews/ID/documents/
            The documents, every version, with the names they were handed in under and the SHA-256 of their bytes.
        letters.ndjson
            Letters that were kept in this machine's outbox, one JSON object a line.
        definitions/NAME@VERSION.yaml
            The rules that the reviews opened under.

        To check that nothing was changed: each line's seal is HMAC-SHA256, written as base64url without padding, over the seal
        of the line before (its 43 characters; nothing for the first line) followed by the line's own bytes up to, and without,
        ,"seal". The key is the audit key of the service, base64 on one line; it is not in this export.

        """;
}
