using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Local.Demo;

/// <summary>
/// Bearer tokens for people of the demonstration. They live twelve hours of real time, whatever the clock of the program is
/// moved to.
/// </summary>
/// <param name="key">The key to sign them with, at least 32 bytes.</param>
internal sealed class DemoTokens(byte[] key)
{
    /// <summary>Who issues them.</summary>
    public const string Issuer = "workflows-local";

    /// <summary>For whom.</summary>
    public const string Audience = "workflows";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The key that they are signed with.</summary>
    public SecurityKey Key { get; } = new SymmetricSecurityKey(key);

    /// <summary>A token for a person.</summary>
    /// <param name="user">Identifier of the person.</param>
    public string For(string user)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = user },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
        });
    }
}
