using System.Text;

namespace Workflows.Screening.Corpus;

/// <summary>Makes a corpus of documents with planted details and decoys. The same seed makes the same corpus.</summary>
public static class CorpusMaker
{
    /// <summary>Makes documents, in turn of each format.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="count">How many documents.</param>
    public static IEnumerable<CorpusDocument> Make(int seed, int count) =>
        Enumerable.Range(0, count).Select(at => One(new Random(unchecked((seed * 7_919) + at)), at % 4, sentences: 60, share: 4));

    /// <summary>Makes one PDF or Word document of at least so many pages.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="pages">Pages, at least.</param>
    /// <param name="isPdf">A PDF, or a Word document.</param>
    public static CorpusDocument Report(int seed, int pages, bool isPdf) => One(new Random(seed), isPdf ? 1 : 0, pages * 22, share: 12);

    private static CorpusDocument One(Random random, int format, int sentences, int share)
    {
        var subject = new Case(random, new Details(random));
        var maker = new SentenceMaker(random, subject);
        var planted = new List<Planted>();
        var isPlain = format is 1 or 3;
        var docx = new DocxWriter(random);
        var pdf = new PdfWriter(random);
        var text = new StringBuilder();
        for (var at = 0; at < sentences; at++)
        {
            if (at % share == 0)
            {
                var plant = maker.Next(isPlain);
                planted.Add(plant);
                Put(format, plant, docx, pdf, text, random);
                continue;
            }

            var words = Case.Pick(random, random.Next(4) == 0 ? Pools.Decoys : Pools.Filler);
            Add(format, words, docx, pdf, text);
            if (format == 0 && at % 22 == 21)
            {
                docx.PageBreak();
            }
        }

        return format switch
        {
            0 => new CorpusDocument("report.docx", docx.Bytes(), subject.List, planted, docx.Pages),
            1 => new CorpusDocument("report.pdf", pdf.Bytes(), subject.List, planted, pdf.Pages),
            2 => new CorpusDocument("report.txt", Encoding.UTF8.GetBytes(text.ToString()), subject.List, planted, 1),
            _ => new CorpusDocument("report.txt", Western(text.ToString()), subject.List, planted, 1),
        };
    }

    private static void Put(int format, Planted planted, DocxWriter docx, PdfWriter pdf, StringBuilder text, Random random)
    {
        switch (format)
        {
            case 0 when random.Next(3) > 0:
                docx.Plant(planted);
                break;
            case 1:
                pdf.Plant(planted);
                break;
            default:
                Add(format, planted.Sentence, docx, pdf, text);
                break;
        }
    }

    private static void Add(int format, string words, DocxWriter docx, PdfWriter pdf, StringBuilder text)
    {
        switch (format)
        {
            case 0:
                docx.Paragraph(words);
                break;
            case 1:
                pdf.Paragraph(words);
                break;
            default:
                text.Append(words).Append(text.Length % 3 == 0 ? "\n\n" : " ");
                break;
        }
    }

    private static byte[] Western(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
}
