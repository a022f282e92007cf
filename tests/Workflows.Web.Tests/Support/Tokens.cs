using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Web.Tests.Support;

/// <summary>Issues tokens as an identity provider does.</summary>
internal static class Tokens
{
    private const string Issuer = "https://sign-in.example";
    private const string Audience = "reviews";
    private static readonly SymmetricSecurityKey Key = new([.. Enumerable.Range(1, 32).Select(each => (byte)each)]);

    public static WebOptions Options { get; } = new() { Issuer = Issuer, Audience = Audience, SigningKeys = [Key] };

    public static string For(
        string user, DateTimeOffset now, string issuer = Issuer, string audience = Audience, SecurityKey? key = null, double years = 10) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new Claim("sub", user)]),
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.UtcDateTime.AddYears(-20),
            IssuedAt = now.UtcDateTime.AddYears(-20),
            Expires = now.UtcDateTime.AddDays(365 * years),
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.HmacSha256),
        });
}
