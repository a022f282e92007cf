using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.SignIn;

namespace Workflows.Web.Pages;

/// <summary>Answers of pages: their headers, and a component as the body.</summary>
internal static class PageAnswers
{
    /// <summary>
    /// What a page may load and where its forms may go: this service alone. Sending a form may lead on to sign in elsewhere,
    /// which is a plain link for that reason.
    /// </summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    /// <summary>A component as the answer.</summary>
    public static RazorComponentResult Show<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent => Show<T>(StatusCodes.Status200OK, parameters);

    /// <summary>A component as the answer, with another status.</summary>
    public static RazorComponentResult Show<T>(int status, params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        new RazorComponentResult<T>(parameters.ToDictionary(pair => pair.Name, pair => pair.Value))
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>Runs before every page: sets headers, and finds who is signed in where an address is open to anybody.</summary>
    public static async ValueTask<object?> BeforeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SetHeaders(http);
        if (http.Features.Get<SignedInPerson>() is null && http.GetEndpoint()?.Metadata is { } metadata
            && metadata.GetMetadata<PublicMark>() is null && metadata.GetMetadata<LinkMark>() is null)
        {
            await FindPersonAsync(http);
        }

        return await next(context);
    }

    public static void SetHeaders(HttpContext http) => http.Response.Headers.ContentSecurityPolicy = ContentPolicy;

    private static async Task FindPersonAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var signIn = await http.AuthenticateAsync(PageSignIn.Scheme);
        var claim = services.GetRequiredService<WebOptions>().UserClaim;
        if (signIn.Principal is not null)
        {
            // A form's token names the person it was made for, on pages for everybody too.
            http.User = signIn.Principal;
        }

        if (signIn.Principal?.FindFirst(claim)?.Value is { } user
            && services.GetRequiredService<AccessTable>().Find(user) is { } person)
        {
            http.Features.Set(person);
        }
    }
}

/// <summary>That a page is of a link in a letter: whoever is signed in elsewhere is nobody there.</summary>
internal sealed class LinkMark
{
    public static LinkMark Instance { get; } = new();
}

/// <summary>That a page is the same for everybody, so that it can be kept by caches.</summary>
internal sealed class PublicMark
{
    public static PublicMark Instance { get; } = new();
}
