using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.SignIn;

/// <summary>Signing in and out. A demonstration lets people choose who they are; elsewhere they go to their own organisation.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder pages, IServiceProvider services)
    {
        pages.MapGet(PageSignIn.Path, Ask).PageFor(AccessRule.Anybody);
        pages.MapPost("/sign-out", OutAsync).PageFor(AccessRule.Anybody);
        if (services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IDemonstration)))
        {
            pages.MapPost(PageSignIn.Path, ChooseAsync).PageFor(AccessRule.Anybody);
        }

        if (services.GetRequiredService<PageOptions>().Entra is not null)
        {
            pages.MapGet("/sign-in/start", Start).PageFor(AccessRule.Anybody);
        }
    }

    private static RazorComponentResult Ask(HttpContext http, DirectorySource directory, PageOptions options) => Show(http, directory, options, error: null);

    private static RazorComponentResult Show(HttpContext http, DirectorySource directory, PageOptions options, string? error)
    {
        var isDemonstration = http.RequestServices.GetService<IDemonstration>() is not null;
        return PageAnswers.Show<SignInPage>(
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(SignInPage.People), isDemonstration ? directory.Current.People : []),
            (nameof(SignInPage.Directory), directory.Current),
            (nameof(SignInPage.Definitions), http.RequestServices.GetRequiredService<ProcessCatalogue>().All),
            (nameof(SignInPage.ReturnTo), PageSignIn.Place(http.Request.Query[PageSignIn.ReturnName])),
            (nameof(SignInPage.WithEntra), options.Entra is not null),
            (nameof(SignInPage.Failed), http.Request.Query.ContainsKey("failed")),
            (nameof(SignInPage.Error), error));
    }

    private static async Task<IResult> ChooseAsync(
        HttpContext http, DirectorySource directory, PageOptions options, WebOptions web)
    {
        var form = await PageForm.ReadAsync(http);
        if (directory.Current.FindPerson(form.Text("user") ?? string.Empty) is not { } person)
        {
            return Show(http, directory, options, "Select who you are");
        }

        await PageSignIn.InAsync(http, person.User, web.UserClaim);
        return Results.LocalRedirect(PageSignIn.Place(form.Text(PageSignIn.ReturnName)));
    }

    private static IResult Start(HttpContext http) => Results.Challenge(
        EntraHandler.Begin(PageSignIn.Place(http.Request.Query[PageSignIn.ReturnName])), [EntraHandler.Scheme]);

    private static async Task<IResult> OutAsync(HttpContext http, SessionEnds ends)
    {
        await PageForm.ReadAsync(http);
        await ends.EndAsync((await http.AuthenticateAsync(PageSignIn.Scheme)).Properties, http.RequestAborted);
        await http.SignOutAsync(PageSignIn.Scheme);
        return Results.LocalRedirect("/");
    }
}
