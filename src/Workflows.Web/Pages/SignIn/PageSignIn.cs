using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Web.Pages.SignIn;

/// <summary>Signing in to pages: a cookie that holds the person's identifier, when they signed in, and nothing else.</summary>
internal static class PageSignIn
{
    public const string Scheme = "pages";
    public const string Path = "/sign-in";
    public const string ReturnName = "returnTo";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static void Add(IServiceCollection services, WebOptions options)
    {
        var signIn = services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "workflows-person";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = Path;
            cookie.ReturnUrlParameter = ReturnName;
            cookie.ExpireTimeSpan = Lifetime;
            cookie.SlidingExpiration = true;

            // Somebody's session lives in real time, whatever the clock of the service is moved to.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Events.OnSigningIn = context =>
            {
                SessionEnds.Begin(context.Properties, (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow());
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = async context =>
            {
                if (!await context.HttpContext.RequestServices.GetRequiredService<SessionEnds>().GoesOnAsync(context))
                {
                    context.RejectPrincipal();
                }
            };
        });
        services.AddSingleton<SessionEnds>();
        if (options.Pages.Entra is { } entra)
        {
            EntraHandler.Add(signIn, entra, options.UserClaim);
        }
    }

    /// <summary>Signs a person in by their identifier in the directory.</summary>
    public static Task InAsync(HttpContext http, string user, string claim) => http.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(claim, user)], Scheme)));

    /// <summary>Where to go after signing in: a place in this service, whatever was asked for.</summary>
    public static string Place(string? asked) =>
        asked is { Length: > 0 and <= 500 } && asked[0] == '/' && !asked.StartsWith("//", StringComparison.Ordinal)
        && !asked.Contains('\\', StringComparison.Ordinal) && !asked.Any(char.IsControl)
            ? asked : "/today";
}
