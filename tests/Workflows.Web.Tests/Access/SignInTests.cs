using System.Net.Http.Headers;
using Microsoft.IdentityModel.Tokens;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

public sealed class SignInTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 5, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> BadTokens => new()
    {
        { "of another issuer", Tokens.For("manager", Now, issuer: "https://other.example") },
        { "for another audience", Tokens.For("manager", Now, audience: "payroll") },
        { "signed by another key", Tokens.For("manager", Now, key: new SymmetricSecurityKey(new byte[32])) },
        { "expired", Tokens.For("manager", Now, years: -0.1) },
        { "unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYW5hZ2VyIn0." },
        { "no token at all", "nonsense" },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_valid_is_no_sign_in(string why, string token)
    {
        await using var service = await WebService.StartAsync();
        var client = service.As(user: null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await client.GetAsync("/api/reviews");

        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Unauthorized, why);
        Assert.Equal("sign-in", (await answer.ProblemAsync()).Rule());
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_person_whom_the_directory_does_not_know_is_told_so()
    {
        await using var service = await WebService.StartAsync();

        using var answer = await service.As("stranger").GetAsync("/api/reviews");

        Assert.Equal("known-person", (await answer.ProblemAsync()).Rule());
    }
}
