using System.Net;
using System.Net.Http.Json;
using System.Text;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Attacks;

/// <summary>Headers by which other programs let themselves be told who calls, from where, and what is meant: none is believed.</summary>
public sealed class HeaderTests(OneReview shared) : IClassFixture<OneReview>
{
    private static readonly string Principal = Convert.ToBase64String(Encoding.UTF8.GetBytes(
        """{"auth_typ":"aad","claims":[{"typ":"sub","val":"manager"},{"typ":"oid","val":"manager"}],"name_typ":"sub","role_typ":"roles"}"""));

    private static readonly (string Name, string Value)[] Claims =
    [
        ("X-MS-CLIENT-PRINCIPAL", Principal), ("X-MS-CLIENT-PRINCIPAL-ID", "manager"), ("X-MS-CLIENT-PRINCIPAL-NAME", "manager"),
        ("X-MS-CLIENT-PRINCIPAL-IDP", "aad"), ("X-MS-TOKEN-AAD-ID-TOKEN", "manager"), ("X-Forwarded-User", "manager"), ("X-Remote-User", "manager"),
        ("Remote-User", "manager"), ("X-User", "manager"), ("X-Authenticated-User", "manager"), ("X-Functions-Key", "manager"), ("X-Api-Key", "manager"),
        ("Authorization", "Basic bWFuYWdlcjptYW5hZ2Vy"), ("Authorization", "manager"), ("Authorization", "Negotiate manager"),
        ("X-Forwarded-For", "127.0.0.1"), ("X-Real-IP", "127.0.0.1"), ("Forwarded", "for=127.0.0.1;host=localhost;proto=https"), ("Host", "localhost:1"),
        ("X-Forwarded-Host", "reviews.example"), ("X-Original-URL", "/healthz"), ("X-Rewrite-URL", "/healthz"), ("X-Original-Host", "localhost"),
    ];

    [Fact]
    public async Task No_header_but_a_valid_token_says_who_somebody_is()
    {
        foreach (var (name, value) in Claims)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, shared.Address);
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await shared.Service.As(user: null).SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{name}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task No_header_makes_somebody_another_person()
    {
        var plain = await WholeAnswer.OfAsync(shared.Service, "other.manager", HttpMethod.Get, shared.Address);
        foreach (var (name, value) in Claims.Where(claim => claim.Name != "Authorization"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, shared.Address);
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await shared.Service.As("other.manager").SendAsync(request);
            Assert.True(plain == await WholeAnswer.OfAsync(answer), name);
        }
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task A_method_is_the_method_that_was_sent(string header)
    {
        var before = await shared.Service.ReadAsync(shared.Address);
        foreach (var (method, meant) in new[] { (HttpMethod.Get, "POST"), (HttpMethod.Get, "PUT"), (HttpMethod.Get, "DELETE"), (HttpMethod.Post, "PUT"), (HttpMethod.Post, "DELETE") })
        {
            using var request = new HttpRequestMessage(method, $"{shared.Address}/withdrawal?_method={meant}&reason=R")
            {
                Content = method == HttpMethod.Post ? JsonContent.Create(new { _method = meant, reason = "R" }) : null,
            };
            request.Headers.Add(header, meant);
            using var answer = await shared.Service.As("manager").SendAsync(request);
            Assert.True((int)answer.StatusCode is 400 or 404 or 405, $"{method} as {meant}: {answer.StatusCode}");
        }

        Assert.Equal(before.GetRawText(), (await shared.Service.ReadAsync(shared.Address)).GetRawText());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost@evil.example")]
    public async Task No_address_that_is_answered_is_made_of_what_the_caller_says_of_the_host(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reviews") { Content = JsonContent.Create(ReviewSetup.OpeningOf("HOST 1")) };
        request.Headers.TryAddWithoutValidation("Host", host);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", host);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "javascript");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", "/evil");
        request.Headers.TryAddWithoutValidation("Origin", $"https://{host}");

        using var answer = await shared.Service.As("manager").SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.DoesNotContain("evil", await WholeAnswer.OfAsync(answer));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task No_address_lets_a_script_of_another_site_read_it()
    {
        foreach (var method in new[] { HttpMethod.Options, HttpMethod.Get })
        {
            foreach (var address in new[] { shared.Address, "/api/reviews", "/api/publications", "/healthz", "/openapi/v1.json" })
            {
                using var request = new HttpRequestMessage(method, address);
                request.Headers.Add("Origin", "https://evil.example");
                request.Headers.Add("Access-Control-Request-Method", "POST");
                using var answer = await shared.Service.As("manager").SendAsync(request);
                Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
                Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            }
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_does_not_get_a_rate_of_their_own_by_a_header()
    {
        await using var service = await WebService.StartAsync(options: usual => usual with { RequestBurst = 5, RequestsPerSecond = 1 });
        var statuses = new List<int>();
        for (var at = 0; at < 12; at++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/publications");
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{at}");
            request.Headers.Add("X-Real-IP", $"192.0.2.{at}");
            using var answer = await service.As(user: null).SendAsync(request);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Contains(429, statuses);
    }
}
