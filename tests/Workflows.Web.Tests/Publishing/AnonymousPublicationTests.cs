using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Api.Access;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Learning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Publishing;

/// <summary>A report that was offered to the national repository without the partnership's name is not named by the public register either.</summary>
public sealed class AnonymousPublicationTests
{
    private const string Secret = "Fernshire";
    private const string Reference = "FERNSHIRE/2026/7";

    [Fact]
    public async Task No_byte_of_a_public_answer_holds_the_partnerships_name_from_the_offer_until_it_is_offered_as_named()
    {
        await using var service = await WebService.StartAsync();
        var (review, publication) = await PublishAsync(service);
        var repository = $"{review}/publication/{publication}/repository";
        Assert.NotEmpty(await NamingAsync(service, publication));

        await service.DoAsync("manager", repository, new { @as = "anonymous" });

        Assert.Empty(await NamingAsync(service, publication));
        var known = await ReadAsync(service, $"/publications/{publication}");
        Assert.True(known.GetProperty("anonymous").GetBoolean());
        Assert.Equal("A safeguarding partnership in England", known.GetProperty("partnership").GetString());
        Assert.Equal("Local child safeguarding practice review", known.GetProperty("title").GetString());

        var today = $"{Process.Calendar.LondonTime.DateOf(service.Clock.GetUtcNow()):yyyy-MM-dd}";
        await service.DoAsync("manager", $"{repository}/answer", new { answer = "declined", on = today });
        Assert.Empty(await NamingAsync(service, publication));

        await service.DoAsync("manager", repository, new { @as = "named" });
        Assert.NotEmpty(await NamingAsync(service, publication));
        Assert.False((await ReadAsync(service, $"/publications/{publication}")).GetProperty("anonymous").GetBoolean());
    }

    [Fact]
    public async Task The_note_that_stays_after_its_time_names_nobody()
    {
        await using var service = await WebService.StartAsync();
        var (review, publication) = await PublishAsync(service);
        await service.DoAsync("manager", $"{review}/publication/{publication}/repository", new { @as = "anonymous" });

        await new Walk(service).ToTheEndAsync(review);

        using var gone = await GetAsync(service, $"/publications/{publication}", "text/html");
        Assert.Equal(410, (int)gone.StatusCode);
        Assert.Contains("taken from the register", await gone.Content.ReadAsStringAsync());
        Assert.Empty(await NamingAsync(service, publication));
    }

    [Fact]
    public async Task Searching_for_the_partnership_finds_nothing_and_its_own_people_still_see_all()
    {
        await using var service = await WebService.StartAsync();
        var (review, publication) = await PublishAsync(service);
        Assert.Contains($"/publications/{publication}", await PageAsync(service, $"/publications?words={Secret}"));
        Assert.Contains($"/publications/{publication}", await PageAsync(service, "/publications?words=2026%2F7"));

        await service.DoAsync("manager", $"{review}/publication/{publication}/repository", new { @as = "anonymous" });

        Assert.DoesNotContain(publication, await PageAsync(service, $"/publications?words={Secret}"));
        Assert.DoesNotContain(publication, await PageAsync(service, "/publications?words=2026%2F7"));
        Assert.Contains($"/publications/{publication}", await PageAsync(service, "/publications?words=safeguarding"));
        Assert.Equal(Reference, (await service.ReadAsync(review, "agency")).GetProperty("reference").GetString());
        Assert.Equal(publication, (await service.ReadAsync(review, "agency")).GetProperty("publications")[0].GetProperty("id").GetString());
        var duty = (await service.ReadAsync("/api/reports/publications")).GetProperty("items")[0];
        Assert.Equal(("fernshire", Reference), (duty.GetProperty("partnership").GetString(), duty.GetProperty("reference").GetString()));
    }

    // Every address that is for everybody, as a browser and as a system asks for it: those in whose answer the name stands.
    private static async Task<IReadOnlyList<string>> NamingAsync(WebService service, string publication)
    {
        var addresses = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetRequiredMetadata<AccessMark>().Rule == AccessRule.Anybody
                && endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("GET"))
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/').Replace("{publication}", publication, StringComparison.Ordinal)}")
            .Concat(["/publications?words=safeguarding", $"/publications/{publication}?words=1", "/api/publications?cursor=1"]).ToArray();
        Assert.Contains("/publications/feed", addresses);
        Assert.Contains($"/publications/{publication}/document", addresses);
        var naming = new List<string>();
        foreach (var address in addresses)
        {
            foreach (var type in new[] { "text/html", "application/json" })
            {
                using var answer = await GetAsync(service, address, type);
                var text = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";
                if (text.Contains(Secret, StringComparison.OrdinalIgnoreCase))
                {
                    naming.Add($"{type} {address}");
                }
            }
        }

        return naming;
    }

    private static async Task<(string Review, string Publication)> PublishAsync(WebService service)
    {
        var review = await service.OpenAsync(reference: Reference);
        var published = await new Walk(service).UntilAsync(review, each => each.GetProperty("publications").GetArrayLength() > 0);
        return (review, published.GetProperty("publications")[0].GetProperty("id").GetString()!);
    }

    private static async Task<JsonElement> ReadAsync(WebService service, string address) =>
        await service.As(user: null).GetFromJsonAsync<JsonElement>(address);

    private static async Task<string> PageAsync(WebService service, string address)
    {
        using var answer = await GetAsync(service, address, "text/html");
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> GetAsync(WebService service, string address, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(type);
        return await service.As(user: null).SendAsync(request);
    }
}
