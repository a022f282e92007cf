using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Web.Pages.SignIn;

/// <summary>
/// Signs people in with Microsoft Entra ID: code flow with PKCE, state and nonce, and the identity token's signature, issuer, audience
/// and times checked against what the tenant publishes. Nothing of its tokens is kept.
/// </summary>
internal static class EntraHandler
{
    public const string Scheme = "entra";
    private const string NonceName = "nonce";
    private const int NonceBytes = 24;

    public static void Add(AuthenticationBuilder builder, EntraSignIn entra, string claim)
    {
        var tenant = new Uri(entra.Instance, $"{Uri.EscapeDataString(entra.Tenant)}/");
        builder.AddOAuth(Scheme, oauth =>
        {
            oauth.SignInScheme = PageSignIn.Scheme;
            oauth.ClientId = entra.ClientId;
            oauth.ClientSecret = entra.ClientSecret;
            oauth.AuthorizationEndpoint = new Uri(tenant, "oauth2/v2.0/authorize").AbsoluteUri;
            oauth.TokenEndpoint = new Uri(tenant, "oauth2/v2.0/token").AbsoluteUri;
            oauth.CallbackPath = "/sign-in/entra";
            oauth.UsePkce = true;
            oauth.SaveTokens = false;
            oauth.TimeProvider = TimeProvider.System;
            oauth.Scope.Add("openid");
            oauth.Scope.Add("profile");
            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
            oauth.Events.OnRedirectToAuthorizationEndpoint = context =>
            {
                context.Response.Redirect(QueryHelpers.AddQueryString(context.RedirectUri, NonceName, context.Properties.Items[NonceName]!));
                return Task.CompletedTask;
            };
            ConfigurationManager<OpenIdConnectConfiguration>? published = null;
            oauth.Events.OnCreatingTicket = async context =>
            {
                published ??= new ConfigurationManager<OpenIdConnectConfiguration>(
                    new Uri(tenant, "v2.0/.well-known/openid-configuration").AbsoluteUri,
                    new OpenIdConnectConfigurationRetriever(),
                    new HttpDocumentRetriever(context.Backchannel) { RequireHttps = !entra.Instance.IsLoopback });
                var user = await CheckAsync(context, entra, published);
                context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(claim, user)], Scheme));
            };
            oauth.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect($"{PageSignIn.Path}?failed=true");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>A sign-in that leads on to a place. What the identity token must repeat travels in its state, which nobody else can read.</summary>
    public static AuthenticationProperties Begin(string place) => new()
    {
        RedirectUri = place,
        Items = { [NonceName] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes)) },
    };

    private static async Task<string> CheckAsync(
        OAuthCreatingTicketContext context, EntraSignIn entra, ConfigurationManager<OpenIdConnectConfiguration> published)
    {
        var tenant = await published.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var token = context.TokenResponse.Response?.RootElement.GetProperty("id_token").GetString();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = tenant.Issuer,
            ValidAudience = entra.ClientId,
            IssuerSigningKeys = tenant.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        });
        if (!result.IsValid)
        {
            published.RequestRefresh();
            throw new AuthenticationFailureException("The identity token is not valid.", result.Exception);
        }

        if (!context.Properties.Items.TryGetValue(NonceName, out var nonce) || nonce is null
            || !result.Claims.TryGetValue(NonceName, out var repeated) || repeated is not string said
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(nonce)))
        {
            throw new AuthenticationFailureException("The identity token was not made for this sign-in.");
        }

        return result.Claims.TryGetValue(entra.UserClaim, out var named) && named is string { Length: > 0 } user
            ? user.ToLowerInvariant()
            : throw new AuthenticationFailureException("The identity token has no claim that names the person.");
    }
}
