using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.SignIn;

/// <summary>Cookies that are nobody's any more, or never were.</summary>
internal static class ForeignCookies
{
    /// <summary>Those that open a page, a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> TakenAsync(PageService service)
    {
        var taken = new List<string>();
        foreach (var (why, cookie) in new[] { ("a cookie that was made up", "workflows-person=x"), ("a cookie without a seal", $"workflows-person={Unsealed("manager")}") })
        {
            if (await OpensAsync(service, cookie))
            {
                taken.Add(why);
            }
        }

        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/today");
        var copy = manager.Cookies;
        Assert.True(await OpensAsync(service, copy));
        await manager.SubmitAsync(new PageFields(manager.Page.QuerySelector("footer form")!));
        if (await OpensAsync(service, copy))
        {
            taken.Add("a copy of the cookie of somebody who signed out");
        }

        return taken;
    }

    private static async Task<bool> OpensAsync(PageService service, string cookie)
    {
        using var client = service.Service.As(user: null);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync("/today");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    // What the service writes, as anybody can write it who has read how.
    private static string Unsealed(string user)
    {
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        properties.Items["began"] = now.ToString("O");
        properties.Items["session"] = Guid.NewGuid().ToString("N");
        return WebEncoders.Base64UrlEncode(TicketSerializer.Default.Serialize(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", user)], "pages")), properties, "pages")));
    }
}
