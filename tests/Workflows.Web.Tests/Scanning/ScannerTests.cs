using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Scanning;

/// <summary>What a scanner finds something in is not taken, and nobody can fetch it; what cannot be looked at is not taken either.</summary>
public sealed class ScannerTests
{
    private static readonly byte[] BadFile = Encoding.UTF8.GetBytes($"A report with a {ScannerScript.Bad} in it.");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_in_which_something_is_found_is_refused_kept_apart_and_on_record(bool byCommand)
    {
        using var script = new ScannerScript();
        await using var server = await ScannerServer.StartAsync();
        await using var service = await StartAsync(byCommand ? new() { Command = script.Path } : new() { Endpoint = server.Address });
        var (review, document) = await ReadyAsync(service);
        var before = await service.ReadAsync(review);

        using var answer = await service.As("manager").PutAsync(document, ReviewSetup.File(BadFile));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.ProblemAsync();
        Assert.Equal("document-is-clean", problem.Rule());
        Assert.Contains("body", problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Equal(before.GetRawText(), (await service.ReadAsync(review)).GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, (await service.As("manager").GetAsync(document)).StatusCode);

        var kept = Assert.Single(await service.Services.GetRequiredService<Quarantine>().ReadAsync(10, CancellationToken.None));
        Assert.Equal(("manager", "rapid-review-report", BadFile.LongLength), (kept.By, kept.Item, kept.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(BadFile)), kept.Sha256);
        Assert.Contains("Worm.Test", kept.Finding);
        Assert.DoesNotContain(kept.Finding, char.IsControl);
        var documents = service.Services.GetRequiredService<IDocumentStore>();
        Assert.True(ReviewId.TryParse(review[(review.LastIndexOf('/') + 1)..], out var id));
        Assert.Null(await documents.OpenAsync(id, kept.Sha256, CancellationToken.None));
        await using var bytes = await documents.OpenAsync(Quarantine.PlaceOf(id), kept.Sha256, CancellationToken.None);
        Assert.NotNull(bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clean_file_is_taken_as_it_is(bool byCommand)
    {
        using var script = new ScannerScript();
        await using var server = await ScannerServer.StartAsync();
        await using var service = await StartAsync(byCommand ? new() { Command = script.Path } : new() { Endpoint = server.Address });
        var (_, document) = await ReadyAsync(service);
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        using var answer = await service.As("manager").PutAsync(document, ReviewSetup.File(bytes));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(bytes, await service.As("police").GetByteArrayAsync(document));
        Assert.Empty(await service.Services.GetRequiredService<Quarantine>().ReadAsync(10, CancellationToken.None));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.GetTempPath(), "workflows-????????????????????????????????"), file => new FileInfo(file).Length == bytes.Length);
    }

    [Theory]
    [InlineData("exit 2\n")]
    [InlineData("cat > /dev/null\nexit 0\n")]
    [InlineData("cat > /dev/null\nkill -9 $$\n")]
    public async Task Where_the_scanner_cannot_tell_no_document_is_taken_and_health_says_so(string script)
    {
        using var scanner = new ScannerScript(script);
        await using var service = await StartAsync(new() { Command = scanner.Path });
        var (review, document) = await ReadyAsync(service);

        using var answer = await service.As("manager").PutAsync(document, ReviewSetup.File("Plain words."u8.ToArray()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("scanner-available", (await answer.ProblemAsync()).Rule());
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Empty((await service.ReadAsync(review)).GetProperty("documents").EnumerateArray());
        var health = await service.As(user: null).GetFromJsonAsync<JsonElement>("/healthz");
        Assert.Contains("scanner", health.GetProperty("attention").EnumerateArray().Select(each => each.GetString()));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(500)]
    public async Task A_service_that_calls_everything_clean_or_answers_something_else_is_not_believed(int status)
    {
        await using var server = await ScannerServer.StartAsync(_ => status);
        await using var service = await StartAsync(new() { Endpoint = server.Address });
        var (_, document) = await ReadyAsync(service);

        using var answer = await service.As("manager").PutAsync(document, ReviewSetup.File("Plain words."u8.ToArray()));

        Assert.Equal("scanner-available", (await answer.ProblemAsync()).Rule());
    }

    [Fact]
    public async Task A_scanner_that_never_answers_is_given_up_and_ended()
    {
        using var script = new ScannerScript("cat > /dev/null\nsleep 600\n");
        await using var service = await StartAsync(new() { Command = script.Path, Timeout = TimeSpan.FromMilliseconds(300) });
        var (_, document) = await ReadyAsync(service);

        using var answer = await service.As("manager").PutAsync(document, ReviewSetup.File("Plain words."u8.ToArray()));

        Assert.Equal("scanner-available", (await answer.ProblemAsync()).Rule());
    }

    [Fact]
    public void Settings_that_cannot_be_right_are_refused_by_their_names()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Scanner:Command"] = "scanner", ["Scanner:Endpoint"] = "http://elsewhere.example/", ["Scanner:Timeout"] = "01:00:00",
        };
        var faults = new List<string>();

        ScannerOptions.Read(settings.GetValueOrDefault, faults);

        Assert.Equal(["Scanner:Command", "Scanner:Endpoint", "Scanner:Timeout"], faults.Select(fault => fault.Split(' ')[0]));
    }

    private static Task<WebService> StartAsync(ScannerOptions scanner) =>
        WebService.StartAsync(change: services => services.AddDocumentScanners(scanner));

    // The review's own steps hand in no document before this one.
    private static async Task<(string Review, string Document)> ReadyAsync(WebService service)
    {
        var review = await service.OpenUntilAsync(standing => standing.Offers("rapid-review-report"));
        return (review, $"{review}/documents/rapid-review-report");
    }
}
