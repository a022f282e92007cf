using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Keeping;

/// <summary>A record goes when it is due and two people say so; nothing that people typed or handed in is left, and the chain holds.</summary>
public sealed class DestructionTests
{
    private static readonly DateTimeOffset s_due = new(2051, 5, 8, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Planted = ["Quarrenden", "Ottilie", "Zyxbrook", "Hollowmere", "planted-name"];

    [Fact]
    public async Task Nothing_planted_is_left_in_any_file_and_the_journal_still_reads()
    {
        await using var service = await WebService.StartAsync();
        var (address, id) = await EndedAsync(service);
        Assert.Contains("Quarrenden", await service.As("manager").GetStringAsync($"{address}/journal"));
        Assert.Equal(["planted-name"], await FoundAsync(service, only: ["planted-name"]));
        Assert.Equal(["Hollowmere"], await FoundAsync(service, only: ["Hollowmere"]));
        Assert.Empty(await FoundAsync(service, only: ["Quarrenden", "Ottilie", "Zyxbrook"]));

        service.Clock.MoveTo(s_due);
        await ApproveAsync(service, address, "manager", HttpStatusCode.OK);
        await ApproveAsync(service, address, "authority", HttpStatusCode.OK);
        await service.WakeAsync();

        Assert.Empty(await FoundAsync(service, Planted));
        Assert.Empty(await service.Services.GetRequiredService<IPrivatePapers>().NamesAsync(id, CancellationToken.None));
        var journal = await service.As("manager").GetStringAsync($"{address}/journal");
        Assert.Contains("[destroyed]", journal);
        Assert.Contains("recordDestroyed", journal);
        var certificate = await service.As("manager").GetStringAsync($"{address}/retention/certificate");
        Assert.Contains("1, deleted", certificate);
        Assert.Contains("words-key", certificate);
        Assert.Contains("by manager as business-manager", certificate);
        Assert.Contains("by authority as authority-partner", certificate);
    }

    [Fact]
    public async Task One_person_twice_is_not_two()
    {
        await using var service = await WebService.StartAsync();
        var (address, _) = await EndedAsync(service);
        service.Clock.MoveTo(s_due);
        await ApproveAsync(service, address, "manager", HttpStatusCode.OK);

        Assert.Equal("two-people", await ApproveAsync(service, address, "manager", HttpStatusCode.Conflict));
        await service.WakeAsync();

        Assert.Contains("Quarrenden", await service.As("manager").GetStringAsync($"{address}/journal"));
    }

    [Fact]
    public async Task Nothing_goes_before_its_day_or_while_the_review_runs()
    {
        await using var service = await WebService.StartAsync();
        var running = await service.OpenAsync();
        Assert.Equal("retention", await ApproveAsync(service, running, "manager", HttpStatusCode.Conflict));

        var (ended, _) = await EndedAsync(service, "FS 2");
        Assert.Equal("retention", await ApproveAsync(service, ended, "manager", HttpStatusCode.Conflict));
        Assert.Empty((await service.As("manager").GetFromJsonAsync<List<object>>("/api/retention?due=true"))!);
        service.Clock.MoveTo(s_due);
        Assert.Single((await service.As("manager").GetFromJsonAsync<List<object>>("/api/retention?due=true"))!);
        Assert.Empty((await service.As("other.manager").GetFromJsonAsync<List<object>>("/api/retention"))!);
    }

    [Fact]
    public async Task A_hold_stands_against_destruction_and_voids_what_was_approved()
    {
        await using var service = await WebService.StartAsync();
        var (address, _) = await EndedAsync(service);
        service.Clock.MoveTo(s_due);
        await ApproveAsync(service, address, "manager", HttpStatusCode.OK);

        using var placed = await service.As("police").PostAsJsonAsync($"{address}/retention/holds", new { reason = "An inquiry asked for it." });
        Assert.Equal(HttpStatusCode.OK, placed.StatusCode);
        Assert.Equal("legal-hold", await ApproveAsync(service, address, "authority", HttpStatusCode.Conflict));

        using var lifted = await service.As("manager").PostAsJsonAsync(
            $"{address}/retention/holds/hold-1/lifting", new { reason = "The inquiry has ended." });
        Assert.Equal(HttpStatusCode.OK, lifted.StatusCode);
        await ApproveAsync(service, address, "authority", HttpStatusCode.OK);
        await service.WakeAsync();
        Assert.Contains("Quarrenden", await service.As("manager").GetStringAsync($"{address}/journal"));
        await ApproveAsync(service, address, "manager", HttpStatusCode.OK);
        await service.WakeAsync();
        Assert.DoesNotContain("Quarrenden", await service.As("manager").GetStringAsync($"{address}/journal"));
    }

    [Fact]
    public async Task Who_may_not_approve_is_refused_and_a_reason_is_asked()
    {
        await using var service = await WebService.StartAsync();
        var (address, _) = await EndedAsync(service);
        service.Clock.MoveTo(s_due);

        Assert.Equal("role", await ApproveAsync(service, address, "agency", HttpStatusCode.Forbidden));
        using var bare = await service.As("manager").PostAsJsonAsync($"{address}/retention/holds", new { });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using var none = await service.As("manager").GetAsync($"{address}/retention/certificate");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task What_is_held_is_given_out_on_request_and_that_is_recorded()
    {
        await using var service = await WebService.StartAsync();
        var (address, _) = await EndedAsync(service);

        using var answer = await service.As("manager").PostAsJsonAsync(
            $"{address}/retention/disclosure", new { reason = "A subject’s request of 1 June." });

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Contains(zip.Entries, entry => entry.FullName == "documents/rapid-review-report.v1");
        Assert.Contains(zip.Entries, entry => entry.FullName == "papers/identifying-details");
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("key", StringComparison.Ordinal));
        using var lines = new StreamReader(zip.GetEntry("journal.ndjson")!.Open());
        Assert.Contains("Quarrenden", await lines.ReadToEndAsync());
        Assert.Contains("recordDisclosed", await service.As("manager").GetStringAsync($"{address}/journal"));
    }

    private static async Task<(string Address, ReviewId Review)> EndedAsync(WebService service, string reference = "FS 1")
    {
        using var opened = await service.As("manager").PostAsJsonAsync("/api/reviews", new
        {
            process = "lcspr",
            partnership = "fernshire",
            reference,
            facts = new { awareOn = "2026-05-05", harm = "harmed", agencies = new[] { "Zyxbrook Nursery", "Education" } },
        });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var address = opened.Headers.Location!.OriginalString;
        await new Contract.Walk(service).UntilAsync(address, review => review.Offers("rapid-review-report"));
        using var stored = await service.As("manager").PutAsync(
            $"{address}/documents/rapid-review-report",
            ReviewSetup.File(Encoding.UTF8.GetBytes("Hollowmere Lane 7"), "attachment; filename=\"ottilie-quarrenden.txt\"", "text/plain"));
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        Assert.True(ReviewId.TryParse(address.Split('/')[^1], out var id));
        var papers = service.Services.GetRequiredService<IPrivatePapers>();
        await papers.PutAsync(id, "identifying-details", Encoding.UTF8.GetBytes("old planted-name"), CancellationToken.None);
        await papers.PutAsync(id, "identifying-details", Encoding.UTF8.GetBytes("planted-name, and more of it"), CancellationToken.None);
        using var withdrawn = await service.As("manager").PostAsJsonAsync(
            $"{address}/withdrawal", new { reason = "Ottilie Quarrenden was not harmed after all." });
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        await service.WakeAsync();
        return (address, id);
    }

    private static async Task<string?> ApproveAsync(WebService service, string address, string user, HttpStatusCode expected)
    {
        using var answer = await service.As(user).PostAsJsonAsync($"{address}/retention/approval", new { });
        Assert.Equal(expected, answer.StatusCode);
        return expected == HttpStatusCode.OK ? null : (await answer.ProblemAsync()).Rule();
    }

    // Byte by byte, in every file of the data folder but the empty one that locks it: UTF-8 and UTF-16, in any case.
    private static async Task<IReadOnlyList<string>> FoundAsync(WebService service, IReadOnlyList<string> only)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            var text = Encoding.Latin1.GetString(copy.ToArray()).Replace("\0", string.Empty, StringComparison.Ordinal);
            found.UnionWith(only.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)
                || Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase)));
        }

        return [.. found];
    }
}
