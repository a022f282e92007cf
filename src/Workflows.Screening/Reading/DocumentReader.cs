using Workflows.Screening.Reading.Office;
using Workflows.Screening.Reading.Pdf;

namespace Workflows.Screening.Reading;

/// <summary>
/// Reads all text of a document: Word, PDF and plain text whole; other packages of XML roughly. What it is, its bytes say; the name
/// only goes into what is read. It never fails: what cannot be read is told.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a document. Calculation only: safe to call from any thread, and stoppable between parts.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="fileName">Its name, which is screened too; empty where it has none.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked.</exception>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return Read(bytes, fileName, new TextCollector(nesting: 0), stop);
    }

    /// <summary>Reads a document that lies in another.</summary>
    internal static void ReadInner(ReadOnlyMemory<byte> bytes, string name, TextCollector outer, CancellationToken stop)
    {
        if (outer.Nesting + 1 >= ReadingLimits.Nesting)
        {
            outer.CannotRead("limit", page: null, "It holds documents within documents, too deep to be read.");
            return;
        }

        outer.Take(Read(bytes, name, new TextCollector(outer.Nesting + 1) { Within = "an embedded file" }, stop));
    }

    private static DocumentText Read(ReadOnlyMemory<byte> bytes, string fileName, TextCollector into, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        into.Add(fileName.Replace('_', ' '), DocumentPart.FileName, page: null, "file name");
        var start = bytes.Span;
        try
        {
            if (start.IsEmpty)
            {
                return into.Text("empty", pages: null);
            }

            if (start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0)
            {
                return PdfReader.Read(bytes, into, stop);
            }

            if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
            {
                return PackageReader.Read(bytes, into, stop);
            }

            if (Unreadable(start) is { } statement)
            {
                into.CannotRead("format", page: null, statement);
                return into.Text("unknown", pages: null);
            }

            return PlainTextReader.Read(start, into);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
        {
            // Foreign bytes can break a reader in ways that nobody foresaw: that is something to tell a person, no failure of ours.
            into.CannotRead("damaged", page: null, "It is damaged, or made in a way that could not be read to its end.");
            return into.Text("unknown", pages: null);
        }
    }

    private static string? Unreadable(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) =>
            "It is an old or encrypted Office file, which cannot be read here; save it as .docx without a password.",
        _ when start.StartsWith("{\\rtf"u8) => "It is a rich text file (RTF), which cannot be read here; save it as .docx.",
        _ when PictureReader.IsPicture(start) => "It is a picture: words in a picture cannot be read here.",
        _ when !PlainTextReader.LooksLikeText(start) => "It is of no kind that can be read here (Word .docx, PDF and plain text can).",
        _ => null,
    };
}
