using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Web.Pages.Links;

/// <summary>
/// Who showed by a code that a letter came to them: a cookie for half an hour that opens the pages of that one letter and nothing else.
/// </summary>
internal static class LinkSession
{
    public const string Scheme = "letter";
    private const string PointerClaim = "pointer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public static void Add(IServiceCollection services) => services.AddAuthentication().AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = "workflows-letter";
        cookie.Cookie.Path = LinkEndpoints.Path;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = false;
        cookie.TimeProvider = TimeProvider.System;
    });

    /// <summary>Begins it.</summary>
    public static Task BeginAsync(HttpContext http, string pointer, string user, string claim) => http.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(claim, user), new Claim(PointerClaim, pointer)], Scheme)));

    /// <summary>Whether whoever asks has it for this pointer. Their forms are theirs from then on.</summary>
    public static async Task<bool> IsOpenAsync(HttpContext http, string pointer)
    {
        var session = await http.AuthenticateAsync(Scheme);
        if (session.Principal is null || session.Principal.FindFirst(PointerClaim)?.Value != pointer)
        {
            return false;
        }

        http.User = session.Principal;
        return true;
    }
}
