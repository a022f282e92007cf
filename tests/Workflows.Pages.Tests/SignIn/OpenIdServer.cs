using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Pages.Tests.SignIn;

/// <summary>An OpenID provider over real HTTP, laid out as Microsoft Entra ID is, whose answers a test can spoil.</summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string ClientId = "pages";
    public const string ClientSecret = "a secret of the tests";
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "first" };
    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = [];

    private OpenIdServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer, jwks_uri = $"{Address}{Tenant}/keys",
        }));
        _app.MapGet($"/{Tenant}/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
        });
        _app.MapGet($"/{Tenant}/oauth2/v2.0/authorize", Authorize);
        _app.MapPost($"/{Tenant}/oauth2/v2.0/token", (Delegate)TokenAsync);
    }

    public string Address => _app.Urls.First() + "/";

    /// <summary>Who signs in there.</summary>
    public string User { get; set; } = "Manager";

    /// <summary>Changes what the identity token says.</summary>
    public Action<SecurityTokenDescriptor> Spoil { get; set; } = _ => { };

    /// <summary>Changes the state that comes back.</summary>
    public Func<string, string> SpoilState { get; set; } = state => state;

    private string Issuer => $"{Address}{Tenant}/v2.0";

    public static async Task<OpenIdServer> StartAsync()
    {
        var server = new OpenIdServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Contains("openid", query["scope"].ToString(), StringComparison.Ordinal);
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = query;
        return Results.Redirect(QueryHelpers.AddQueryString(
            query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = SpoilState(query["state"]!) }));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var asked)
            || form["client_id"] != ClientId || form["client_secret"] != ClientSecret
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked["code_challenge"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            IssuedAt = DateTime.UtcNow,
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["preferred_username"] = User, ["nonce"] = asked["nonce"].ToString() },
        };
        Spoil(token);
        return Results.Json(new
        {
            access_token = "nothing that is used", token_type = "Bearer", expires_in = 300, id_token = new JsonWebTokenHandler().CreateToken(token),
        });
    }
}
