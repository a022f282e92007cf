using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Functions.Drive.Around;

/// <summary>
/// A tenant of an identity provider, laid out as Microsoft Entra ID is: bearer tokens for programs, the code flow for people at pages,
/// and the managed identity's endpoint.
/// </summary>
internal sealed class Tenant : IAsyncDisposable
{
    public const string Application = "reviews";
    public const string Secret = "a secret of the drive's own";
    private const string Id = "11111111-2222-3333-4444-555555555555";
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = [];
    private readonly WebApplication _app;

    private Tenant()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet($"/{Id}/v2.0/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = $"{Root}/keys" }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        _app.MapGet($"/{Id}/oauth2/v2.0/authorize", Authorize);
        _app.MapPost($"/{Id}/oauth2/v2.0/token", (Delegate)TokenAsync);
        _app.MapGet("/identity", (string resource) => Results.Json(new
        {
            access_token = "a token of the drive's own", token_type = "Bearer", resource,
            expires_on = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeSeconds().ToString(),
        }));
    }

    public string Authority => $"{Root}/{Id}/v2.0";

    public string ManagedIdentity => $"{Root}/identity";

    /// <summary>Who is sitting at the browser.</summary>
    public string AtBrowser { get; set; } = string.Empty;

    private string Root => _app.Urls.Single();

    public static async Task<Tenant> StartAsync()
    {
        var tenant = new Tenant();
        await tenant._app.StartAsync();
        return tenant;
    }

    public string TokenOf(string user, string? nonce = null)
    {
        var claims = new Dictionary<string, object> { ["oid"] = user };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Issuer = Authority,
            Audience = Application,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(3),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = query;
        return Results.Redirect(QueryHelpers.AddQueryString(
            query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        return _codes.TryRemove(form["code"].ToString(), out var asked) && form["client_secret"] == Secret
            ? Results.Json(new
            {
                access_token = "nothing that is used", token_type = "Bearer", expires_in = 300,
                id_token = TokenOf(AtBrowser, asked["nonce"].ToString()),
            })
            : Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private object PublicKey()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA", use = "sig", kid = "1", n = Base64UrlEncoder.Encode(parts.Modulus), e = Base64UrlEncoder.Encode(parts.Exponent),
        };
    }
}
