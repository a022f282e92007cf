using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Workflows.Web.Publishing;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Publishing;

/// <summary>What is public reads as a page: with its structure, without anything that could run.</summary>
public sealed class PublishedPageTests
{
    [Fact]
    public void Headings_lists_tables_and_emphasis_keep_their_meaning()
    {
        var html = Make(
            Styled("Heading1", "What we learnt"), Plain("One & two <three>."), Point("First point"), Point("Second point"),
            Styled("Heading2", "Why"), Table(["Agency", "Action"], ["Health", "Train"]));

        Assert.Contains("<h2 class=\"govuk-heading-l\" id=\"section-1\">What we learnt</h2>", html);
        Assert.Contains("<h3 class=\"govuk-heading-m\" id=\"section-2\">Why</h3>", html);
        Assert.Contains("One &amp; two &lt;three&gt;.", html);
        Assert.Contains("<ul class=\"govuk-list govuk-list--bullet\">\n<li>First point</li>\n<li>Second point</li>\n</ul>", html);
        Assert.Contains("<th scope=\"col\" class=\"govuk-table__header\">Agency</th>", html);
        Assert.Contains("<td class=\"govuk-table__cell\">Train</td>", html);
    }

    [Fact]
    public void Deleted_and_hidden_text_and_markup_are_not_in_the_page()
    {
        var html = Make(new Paragraph(
            new Run(new Text("Shown. ")),
            new DeletedRun(new Run(new DeletedText("Deleted name."))),
            new Run(new RunProperties(new Vanish()), new Text("Hidden name.")),
            new Run(new Text("<script>alert(1)</script>"))));

        Assert.Contains("Shown.", html);
        Assert.DoesNotContain("name.", html);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public void Links_that_could_run_something_are_text_and_others_are_links()
    {
        var html = Make(main =>
        {
            var bad = main.AddHyperlinkRelationship(new Uri("javascript:alert(1)"), true).Id;
            var good = main.AddHyperlinkRelationship(new Uri("https://example.org/report"), true).Id;
            return [new Paragraph(
                new Hyperlink(new Run(new Text("bad"))) { Id = bad }, new Hyperlink(new Run(new Text("good"))) { Id = good })];
        });

        Assert.DoesNotContain("javascript", html);
        Assert.Contains("href=\"https://example.org/report\">good</a>", html);
    }

    [Fact]
    public void A_document_that_nests_without_end_is_refused_before_it_is_read()
    {
        OpenXmlElement inner = Plain("Deep.");
        for (var depth = 0; depth < 300; depth++)
        {
            inner = new SdtBlock(new SdtContentBlock(inner));
        }

        Assert.Throws<InvalidDataException>(() => Make(inner));
    }

    [Fact]
    public void Footnotes_and_endnotes_stand_at_the_end_and_lead_back()
    {
        var html = Make(main =>
        {
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(Plain("At the foot.")) { Id = 2 });
            main.AddNewPart<EndnotesPart>().Endnotes = new Endnotes(new Endnote(Plain("At the end.")) { Id = 2 });
            return [new Paragraph(new Run(new Text("One")), new Run(new FootnoteReference { Id = 2 }), new Run(new EndnoteReference { Id = 2 }))];
        });

        Assert.Contains("<li id=\"note-1\">At the foot. <a class=\"govuk-link\" href=\"#from-note-1\">", html);
        Assert.Contains("<li id=\"note-2\">At the end. <a class=\"govuk-link\" href=\"#from-note-2\">", html);
    }

    [Fact]
    public void Plain_text_becomes_paragraphs_and_lists()
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("One\nstill one\n\n- a\n- b\n\n<b>bold</b>"));

        Assert.Equal(
            "<p class=\"govuk-body\">One<br>\nstill one</p>\n<ul class=\"govuk-list govuk-list--bullet\">\n<li>a</li>\n<li>b</li>\n</ul>\n<p class=\"govuk-body\">&lt;b&gt;bold&lt;/b&gt;</p>\n",
            PlainPage.Make(text));
    }

    [Fact]
    public async Task A_published_report_is_a_page_at_its_public_address_and_a_note_when_its_time_is_over()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.GetProperty("publications").GetArrayLength() > 0);
        var id = (await service.ReadAsync(address)).GetProperty("publications")[0].GetProperty("id").GetString();

        using var page = await GetAsync(service, $"/publications/{id}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("max-age", page.Headers.CacheControl!.ToString());
        Assert.Contains($"/publications/{id}/document", html);
        Assert.DoesNotContain(address.Split('/')[^1], html);

        await new Contract.Walk(service).UntilAsync(
            address, review => review.GetProperty("publications")[0].GetProperty("withdrawnOn").ValueKind != System.Text.Json.JsonValueKind.Null);
        using var gone = await GetAsync(service, $"/publications/{id}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("taken from the register", await gone.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> GetAsync(WebService service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return await service.As(user: null).SendAsync(request);
    }

    private static string Make(params OpenXmlElement[] blocks) => Make(_ => blocks);

    private static string Make(Func<MainDocumentPart, OpenXmlElement[]> blocks)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { StyleId = "Heading1", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "heading 2" }) { StyleId = "Heading2", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "List Bullet" }) { StyleId = "ListBullet", Type = StyleValues.Paragraph });
            main.Document = new Document(new Body(blocks(main)));
        }

        bytes.Position = 0;
        return DocxPage.Make(bytes);
    }

    private static Paragraph Plain(string text) => new(new Run(new Text(text)));

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text)));

    private static Paragraph Point(string text) => Styled("ListBullet", text);

    private static Table Table(string[] head, string[] row) => new(
        new TableProperties(new TableLook { FirstRow = true }),
        new TableRow(head.Select(cell => new TableCell(Plain(cell)))), new TableRow(row.Select(cell => new TableCell(Plain(cell)))));
}
