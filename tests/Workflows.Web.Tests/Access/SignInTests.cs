using System.Net.Http.Headers;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

public sealed class SignInTests
{
    public static TheoryData<string, string> Bad
    {
        get
        {
            var bad = new TheoryData<string, string>();
            foreach (var (why, token) in BadTokens.All)
            {
                bad.Add(why, token);
            }

            return bad;
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
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
