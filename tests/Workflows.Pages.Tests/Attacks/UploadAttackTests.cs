using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.Attacks;

/// <summary>Files that a form brings, under names that lead elsewhere, and programs.</summary>
public sealed class UploadAttackTests
{
    [Theory]
    [InlineData("../../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\report.pdf", "report.pdf")]
    [InlineData("C:\\fakepath\\report.pdf", "report.pdf")]
    [InlineData("\u202Efdp.report", "fdp.report")]
    [InlineData("a\tb.pdf", "ab.pdf")]
    [InlineData("....", "rapid-review-report.txt")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf")]
    public async Task A_file_that_a_form_brings_is_named_without_path_and_without_what_does_not_show(string given, string kept)
    {
        await using var service = await PageService.StartAsync();
        var (review, client, form) = await AtReportAsync(service);
        using var content = Multipart(form, given, Encoding.UTF8.GetBytes("The report."));

        using var answer = await client.PostAsync($"{review}/do/rapid-review-report", content);

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var document = (await service.Service.As("manager").GetFromJsonAsync<JsonElement>($"/api{review}")).GetProperty("documents").EnumerateArray().Single();
        Assert.Equal(kept, document.GetProperty("versions")[0].GetProperty("fileName").GetString());
        using var download = await client.GetAsync($"{review}/documents/rapid-review-report/1");
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", download.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_program_that_a_form_brings_is_no_document()
    {
        await using var service = await PageService.StartAsync();
        var (review, client, form) = await AtReportAsync(service);
        using var content = Multipart(form, "report.pdf", "MZ\u0090 a program"u8.ToArray());

        using var answer = await client.PostAsync($"{review}/do/rapid-review-report", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This is a program, not a document", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(string Review, HttpClient Client, PageFields Form)> AtReportAsync(PageService service)
    {
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        for (var step = 0; step < 20; step++)
        {
            await service.Service.WakeAsync();
            await manager.GoAsync($"{review}/do/rapid-review-report");
            if (manager.Page.QuerySelector("input[type=file]") is not null)
            {
                var client = service.Service.As(user: null);
                client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
                client.DefaultRequestHeaders.Add("Cookie", manager.Cookies);
                return (review, client, manager.Form());
            }

            await manager.GoAsync(review);
            await manager.GoAsync(manager.Page.QuerySelector("main .govuk-task-list__link") is { } link ? link.GetAttribute("href")! : "/demonstration");
            var form = manager.Form();
            form.FillIn(service.Today);
            await manager.SubmitAsync(form);
        }

        throw new InvalidOperationException("The report was never asked for.");
    }

    private static MultipartFormDataContent Multipart(PageFields form, string name, byte[] bytes)
    {
        var content = new MultipartFormDataContent
        {
            { new StringContent(form["token"]), "token" },
            { new StringContent(form["once"]), "once" },
        };
        var file = new ByteArrayContent(bytes);
        file.Headers.TryAddWithoutValidation("Content-Type", "text/plain");
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        content.Add(file);
        return content;
    }
}
