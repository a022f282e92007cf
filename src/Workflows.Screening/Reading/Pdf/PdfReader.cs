using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Workflows.Screening.Reading.Pdf;

/// <summary>Reads a PDF: its pages, what its objects say beside them, files inside it, and earlier versions that were saved over.</summary>
internal static class PdfReader
{
    private const int MostEarlierVersions = 5;

    public static DocumentText Read(ReadOnlyMemory<byte> bytes, TextCollector into, CancellationToken stop)
    {
        int? pages = null;
        try
        {
            using var document = Open(bytes);
            pages = document.NumberOfPages;
            Pages(document, into, stop);
            PdfObjects.Read(document, into, stop);
            Attachments(document, into, stop);
            EarlierVersions(bytes, into, stop);
        }
        catch (PdfDocumentEncryptedException)
        {
            into.CannotRead("encrypted", page: null, "It is locked with a password and was not read.");
        }

        return into.Text("PDF", pages);
    }

    private static PdfDocument Open(ReadOnlyMemory<byte> bytes) =>
        PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });

    private static void Pages(PdfDocument document, TextCollector into, CancellationToken stop)
    {
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            stop.ThrowIfCancellationRequested();
            if (number > ReadingLimits.Pages)
            {
                into.CannotRead("limit", number, $"It has more than {ReadingLimits.Pages:N0} pages; those after them were not read.");
                return;
            }

            try
            {
                PageReader.Read(document.GetPage(number), into);
            }
            catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
            {
                // Whatever a page made in a strange way breaks, the others are still to be read.
                into.CannotRead("damaged", number, $"Page {number} is damaged, or made in a way that could not be read to its end.");
            }
        }
    }

    private static void Attachments(PdfDocument document, TextCollector into, CancellationToken stop)
    {
        if (!document.Advanced.TryGetEmbeddedFiles(out var files))
        {
            return;
        }

        foreach (var file in files)
        {
            into.Leaves(RemnantKind.WorkingTraces, "A file is attached inside the PDF.", page: null, "attachments");
            DocumentReader.ReadInner(file.Memory, file.Name ?? "", into, stop);
        }
    }

    // Saving a change appends it and leaves what was there before: anybody can cut the file back to it.
    private static void EarlierVersions(ReadOnlyMemory<byte> bytes, TextCollector into, CancellationToken stop)
    {
        var ends = new List<int>();
        var isLinear = bytes.Span[..Math.Min(bytes.Length, 2048)].IndexOf("/Linearized"u8) >= 0;
        for (var from = 0; from < bytes.Length;)
        {
            var found = bytes.Span[from..].IndexOf("%%EOF"u8);
            if (found < 0)
            {
                break;
            }

            from += found + 5;
            ends.Add(from);
        }

        var earlier = ends.Skip(isLinear ? 1 : 0).SkipLast(1).ToArray();
        if (earlier.Length == 0)
        {
            return;
        }

        into.Leaves(RemnantKind.WorkingTraces, "Earlier versions are kept inside the PDF.", page: null, "earlier versions");
        foreach (var end in earlier.TakeLast(MostEarlierVersions))
        {
            try
            {
                using var document = Open(bytes[..end]);
                var before = new TextCollector(into.Nesting) { Within = "an earlier version kept in the file" };
                Pages(document, before, stop);
                PdfObjects.Read(document, before, stop);
                foreach (var passage in before.Text("PDF", pages: null).Passages)
                {
                    into.Add(passage.Text, DocumentPart.TrackedChange, passage.Page, passage.Where, readingOf: 0);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
            {
                into.CannotRead("earlier-versions", page: null, "It keeps an earlier version that could not be read; print it to a new PDF.");
            }
        }

        if (earlier.Length > MostEarlierVersions)
        {
            into.CannotRead("earlier-versions", page: null, $"It keeps more than {MostEarlierVersions} earlier versions, not all of which were read; print it to a new PDF.");
        }
    }
}
