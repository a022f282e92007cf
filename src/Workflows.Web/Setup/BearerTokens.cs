using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Web.Setup;

/// <summary>How bearer tokens are checked: signature, issuer, audience, times.</summary>
internal static class BearerTokens
{
    public static void Set(JwtBearerOptions bearer, WebOptions options, TimeProvider clock)
    {
        bearer.Authority = options.Authority;
        bearer.MapInboundClaims = false;
        bearer.TimeProvider = clock;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            IssuerSigningKeys = options.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(1),

            // The service's own clock counts, which in a demonstration moves.
            LifetimeValidator = (from, until, _, rules) =>
            {
                var now = clock.GetUtcNow();
                return until is { } end && now < new DateTimeOffset(end, TimeSpan.Zero) + rules.ClockSkew
                    && (from is not { } start || now >= new DateTimeOffset(start, TimeSpan.Zero) - rules.ClockSkew);
            },
        };
    }
}
