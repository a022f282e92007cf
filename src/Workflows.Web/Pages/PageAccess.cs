using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.SignIn;

namespace Workflows.Web.Pages;

/// <summary>That an address answers with a page, also where it refuses.</summary>
internal sealed class PageMark
{
    public static PageMark Instance { get; } = new();
}

/// <summary>
/// The same access rules as the interface for systems has, for people who signed in with a cookie: a cookie opens no address
/// of that interface, and a bearer token no page.
/// </summary>
internal static class PageAccess
{
    public static TBuilder PageFor<TBuilder>(this TBuilder builder, AccessRule rule)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new AccessMark(rule));
        return rule == AccessRule.Anybody ? builder.AllowAnonymous() : builder.RequireAuthorization(NameOf(rule));
    }

    public static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var rule in new[] { AccessRule.KnownPerson, AccessRule.SeesReview, AccessRule.SeesRecommendation })
        {
            options.AddPolicy(NameOf(rule), policy => policy
                .AddAuthenticationSchemes(PageSignIn.Scheme).RequireAuthenticatedUser().AddRequirements(new AccessRequirement(rule)));
        }
    }

    private static string NameOf(AccessRule rule) => $"page {rule}";
}
