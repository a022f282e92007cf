using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Support;

/// <summary>A cookie such as signing in gives, for anybody at all, also somebody whom the directory does not know.</summary>
internal static class SignedCookies
{
    private const string Scheme = "pages";

    public static HttpClient WithCookie(this WebService service, string? user)
    {
        var client = service.As(user: null);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (user is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"workflows-person={service.Cookie(user)}");
        }

        return client;
    }

    public static string Cookie(this WebService service, string user)
    {
        var options = service.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        properties.Items["began"] = now.ToString("O");
        properties.Items["session"] = Guid.NewGuid().ToString("N");
        return options.TicketDataFormat.Protect(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", user)], Scheme)), properties, Scheme));
    }
}
