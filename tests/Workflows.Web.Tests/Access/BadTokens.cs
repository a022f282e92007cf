using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.Tokens;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>Tokens that are no sign-in.</summary>
internal static class BadTokens
{
    private static readonly DateTimeOffset Now = new(2026, 5, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What is wrong with each, and the token.</summary>
    public static IReadOnlyList<(string Why, string Token)> All { get; } =
    [
        ("of another issuer", Tokens.For("manager", Now, issuer: "https://other.example")),
        ("for another audience", Tokens.For("manager", Now, audience: "payroll")),
        ("signed by another key", Tokens.For("manager", Now, key: new SymmetricSecurityKey(new byte[32]))),
        ("expired", Tokens.For("manager", Now, years: -0.1)),
        ("unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYW5hZ2VyIn0."),
        ("no token at all", "nonsense"),
    ];

    /// <summary>Those that a service takes: what is wrong with each, and what it was answered.</summary>
    public static async Task<IReadOnlyList<string>> TakenAsync(WebService service)
    {
        var taken = new List<string>();
        foreach (var (why, token) in All)
        {
            var client = service.As(user: null);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await client.GetAsync("/api/reviews");
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
            {
                taken.Add($"{why}: {(int)answer.StatusCode}");
            }
        }

        return taken;
    }
}
