using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Documents;

/// <summary>A review that waits for its rapid review report.</summary>
public sealed class WaitingForReport : IAsyncLifetime
{
    internal WebService Service { get; private set; } = null!;

    internal string Address { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        Service = await WebService.StartAsync();
        Address = $"{await Service.OpenUntilAsync(standing => standing.Offers("rapid-review-report"))}/documents/rapid-review-report";
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    /// <summary>Hands in a version.</summary>
    internal async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(HttpContent content)
    {
        using (content)
        {
            using var answer = await Service.As("manager").PutAsync(Address, content);
            return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }
    }
}

public sealed class DocumentTests(WaitingForReport shared) : IClassFixture<WaitingForReport>
{
    [Fact]
    public async Task A_document_comes_back_as_it_was_with_its_name_and_type_and_never_opens_in_the_browser()
    {
        var bytes = RandomNumberGenerator.GetBytes(70_000);

        var (status, stored) = await PutAsync(ReviewSetup.File(bytes, "attachment; filename*=UTF-8''Fern%C3%A9%20report.pdf"));
        using var answer = await shared.Service.As("police").GetAsync(shared.Address);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.GetProperty("sha256").GetString());
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Ferné report.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal($"\"{stored.GetProperty("sha256").GetString()}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Each_version_can_be_read_and_one_that_is_not_there_cannot()
    {
        var (_, one) = await PutAsync(ReviewSetup.File("one"u8.ToArray()));
        await PutAsync(ReviewSetup.File("two"u8.ToArray()));
        var client = shared.Service.As("manager");

        Assert.Equal("one", await client.GetStringAsync($"{shared.Address}?version={one.GetProperty("version").GetInt32()}"));
        Assert.Equal("two", await client.GetStringAsync(shared.Address));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{shared.Address}?version=999")).StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_document_can_be_asked_for()
    {
        await PutAsync(ReviewSetup.File("0123456789"u8.ToArray()));
        using var request = new HttpRequestMessage(HttpMethod.Get, shared.Address) { Headers = { Range = new RangeHeaderValue(2, 4) } };

        using var answer = await shared.Service.As("manager").SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("234", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(null, "rapid-review-report.pdf")]
    [InlineData("attachment", "rapid-review-report.pdf")]
    [InlineData("attachment; filename=plain.pdf", "plain.pdf")]
    [InlineData("attachment; filename=\"with spaces.pdf\"", "with spaces.pdf")]
    [InlineData("attachment; filename=\"say \\\"so\\\".pdf\"", "say \"so\".pdf")]
    [InlineData("attachment; filename=old.pdf; filename*=UTF-8''new%20%E2%82%AC.pdf", "new €.pdf")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename*=UTF-8''..%5C..%5Cwindows.pdf", "windows.pdf")]
    [InlineData("attachment; filename*=UTF-8''cod%E2%80%AEfdp.exe", "codfdp.exe")]
    [InlineData("attachment; filename*=UTF-8''a%00b%0Ac.pdf", "abc.pdf")]
    [InlineData("attachment; filename*=UTF-8''%2F", "rapid-review-report.pdf")]
    [InlineData("attachment; filename*=UTF-8''...", "rapid-review-report.pdf")]
    public async Task A_file_name_is_taken_without_path_and_without_what_does_not_show(string? disposition, string expected)
    {
        var (status, body) = await PutAsync(ReviewSetup.File([1], disposition));

        Assert.True(status == HttpStatusCode.Created, body.ToString());
        var document = (await shared.Service.ReadAsync(shared.Address[..shared.Address.IndexOf("/documents", StringComparison.Ordinal)]))
            .GetProperty("documents").EnumerateArray().Single();
        Assert.Equal(expected, document.GetProperty("versions").EnumerateArray().Last().GetProperty("fileName").GetString());
    }

    [Theory]
    [InlineData("; ; ;", "Content-Disposition")]
    [InlineData("long", "fileName")]
    public async Task A_file_name_that_cannot_be_taken_is_refused_by_its_field(string disposition, string field)
    {
        var header = disposition == "long" ? $"attachment; filename={new string('n', 300)}" : disposition;

        var (status, problem) = await PutAsync(ReviewSetup.File([1], header));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(field, problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "text/html")]
    [InlineData("nonsense", "application/octet-stream")]
    [InlineData("*/*", "application/octet-stream")]
    public async Task A_media_type_is_recorded_without_its_parameters(string given, string expected)
    {
        var content = new ByteArrayContent([1]);
        content.Headers.TryAddWithoutValidation("Content-Type", given);
        await PutAsync(content);

        using var answer = await shared.Service.As("manager").GetAsync(shared.Address);

        Assert.Equal(expected, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_empty_document_is_refused()
    {
        var (status, _) = await PutAsync(ReviewSetup.File([]));

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(HttpContent content) => shared.PutAsync(content);
}
