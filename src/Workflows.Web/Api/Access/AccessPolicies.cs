using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Access;

/// <summary>Puts an access rule on an address, for the authorization of ASP.NET Core to hold.</summary>
internal static class AccessPolicies
{
    public static TBuilder Access<TBuilder>(this TBuilder builder, AccessRule rule)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new AccessMark(rule));
        return rule == AccessRule.Anybody ? builder.AllowAnonymous() : builder.RequireAuthorization($"{rule}");
    }

    public static void Add(AuthorizationOptions options)
    {
        foreach (var rule in new[] { AccessRule.KnownPerson, AccessRule.SeesReview, AccessRule.SeesRecommendation })
        {
            options.AddPolicy($"{rule}", policy => policy.RequireAuthenticatedUser().AddRequirements(new AccessRequirement(rule)));
        }
    }
}

/// <summary>The access rule that an address carries.</summary>
internal sealed record AccessMark(AccessRule Rule);

/// <summary>That an access rule holds.</summary>
internal sealed record AccessRequirement(AccessRule Rule) : IAuthorizationRequirement;

/// <summary>Finds the person, and the review in the address, and keeps them for whoever handles the request.</summary>
internal sealed class AccessHandler(AccessTable table, WebOptions options) : AuthorizationHandler<AccessRequirement>
{
    private static readonly Problem UnknownPerson = new(
        StatusCodes.Status403Forbidden, "known-person", "Not allowed",
        "You are signed in, but the directory of partnerships does not know you. Ask your business manager to add you.");

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is not HttpContext http || context.User.Identity is not { IsAuthenticated: true })
        {
            return;
        }

        if (context.User.FindFirst(options.UserClaim)?.Value is not { } user || table.Find(user) is not { } person)
        {
            http.Features.Set(new AccessRefusal(UnknownPerson));
            return;
        }

        http.Features.Set(person);
        if (requirement.Rule == AccessRule.SeesReview)
        {
            if (await table.FindAsync(person, http.GetRouteValue("id") as string, http.RequestAborted) is not { } review)
            {
                http.Features.Set(new AccessRefusal(Problem.NoSuchReview));
                return;
            }

            http.Features.Set(review);
        }
        else if (requirement.Rule == AccessRule.SeesRecommendation)
        {
            if (await table.FindAnsweredAsync(person, http.GetRouteValue("id") as string, http.GetRouteValue("number") as string, http.RequestAborted) is not { } review)
            {
                http.Features.Set(new AccessRefusal(Problem.NoSuchReview));
                return;
            }

            http.Features.Set(review);
        }

        context.Succeed(requirement);
    }
}

/// <summary>Why a request was not let through.</summary>
internal sealed record AccessRefusal(Problem Problem);

/// <summary>Answers requests that were not let through with problem documents.</summary>
internal sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (authorizeResult.Challenged)
        {
            // Sets the status and WWW-Authenticate; the problem document follows from the bare status. A page leads to sign-in.
            await context.ChallengeAsync(policy.AuthenticationSchemes is [var scheme, ..] ? scheme : null);
        }
        else
        {
            throw new ProblemException(context.Features.Get<AccessRefusal>()?.Problem
                ?? ProblemWriter.OfStatus(StatusCodes.Status403Forbidden));
        }
    }
}
