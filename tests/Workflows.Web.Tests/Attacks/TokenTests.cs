using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Attacks;

/// <summary>Tokens that are forged, borrowed, changed or put where they do not belong.</summary>
public sealed class TokenTests(OneReview shared) : IClassFixture<OneReview>
{
    private static readonly DateTimeOffset Now = new(2026, 5, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Good = Tokens.For("manager", Now);
    private static readonly string Payload = """{"sub":"manager","iss":"https://sign-in.example","aud":"reviews","nbf":1000000000,"exp":4000000000}""";

    public static TheoryData<string, string> Forged => new()
    {
        { "no algorithm", $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(Payload)}." },
        { "no algorithm, another case", $"{Part("""{"alg":"NoNe"}""")}.{Part(Payload)}." },
        { "no algorithm, with a signature", $"{Part("""{"alg":"none"}""")}.{Part(Payload)}.{Good.Split('.')[2]}" },
        { "an empty signature", $"{Good.Split('.')[0]}.{Good.Split('.')[1]}." },
        { "another content under a good signature", $"{Good.Split('.')[0]}.{Part(Payload)}.{Good.Split('.')[2]}" },
        { "another head under a good signature", $"{Part("""{"alg":"HS256","typ":"JWT","x":1}""")}.{Good.Split('.')[1]}.{Good.Split('.')[2]}" },
        { "a key of its own in the head", $"{Part("""{"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"}}""")}.{Part(Payload)}.{Part("x")}" },
        { "a key from elsewhere in the head", $"{Part("""{"alg":"RS256","jku":"https://evil.example/keys","kid":"../../dev/null"}""")}.{Part(Payload)}.{Part("x")}" },
        { "not valid yet", Signed(fromHours: 1, toHours: 2) },
        { "expired a while ago", Signed(fromHours: -2, toHours: -0.1) },
        { "without an issuer", Signed(issuer: null) },
        { "without an audience", Signed(audience: null) },
        { "for a longer audience", Signed(audience: "reviews.example") },
        { "of a longer issuer", Signed(issuer: "https://sign-in.example.evil.example") },
        { "twice", $"{Good}, Bearer {Good}" },
        { "huge", new string('A', 300_000) },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_token_that_was_not_issued_for_this_is_no_sign_in(string why, string token)
    {
        var client = shared.Service.As(user: null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        using var answer = await client.GetAsync(shared.Address);

        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{why}: {answer.StatusCode}");
        Assert.DoesNotContain("IDX", await WholeAnswer.OfAsync(answer));
    }

    [Fact]
    public async Task A_token_is_good_in_its_own_header_alone()
    {
        var client = shared.Service.As(user: null);
        foreach (var address in new[] { $"{shared.Address}?access_token={Good}", $"{shared.Address}?token={Good}", $"{shared.Address}#access_token={Good}" })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, shared.Address);
        request.Headers.TryAddWithoutValidation("Cookie", $"workflows-person={Good}; Authorization=Bearer {Good}");
        using var byCookie = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, byCookie.StatusCode);
    }

    [Fact]
    public async Task A_bearer_token_opens_no_page()
    {
        using var answer = await shared.Service.As("manager").GetAsync(shared.Address["/api".Length..]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_says_who_somebody_is_and_nothing_of_what_they_may()
    {
        var token = Signed(claims:
        [
            new Claim("sub", "agency"), new Claim("roles", "business-manager"), new Claim("role", "business-manager"),
            new Claim("partnership", "mossdale"), new Claim("scp", "everything"),
        ]);
        var client = shared.Service.As(user: null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(shared.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{shared.Address}/looks")).StatusCode);
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Signed(
        string? issuer = "https://sign-in.example", string? audience = "reviews", double fromHours = -1, double toHours = 1, Claim[]? claims = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(claims ?? [new Claim("sub", "manager")]),
            Issuer = issuer,
            Audience = audience,
            NotBefore = Now.UtcDateTime.AddHours(fromHours),
            Expires = Now.UtcDateTime.AddHours(toHours),
            SigningCredentials = new SigningCredentials(Tokens.Options.SigningKeys[0], SecurityAlgorithms.HmacSha256),
        });
}
