using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Pages.Home;

/// <summary>Pages that anybody may read: the first one, and the accessibility statement.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", (HttpContext http) => PageAnswers.Show<HomePage>(
                (nameof(HomePage.IsDemonstration), http.RequestServices.GetService<IDemonstration>() is not null),
                (nameof(HomePage.IsSignedIn), http.Features.Get<SignedInPerson>() is not null)))
            .PageFor(AccessRule.Anybody);
        pages.MapGet("/accessibility", () => PageAnswers.Show<AccessibilityPage>()).PageFor(AccessRule.Anybody);
    }
}
