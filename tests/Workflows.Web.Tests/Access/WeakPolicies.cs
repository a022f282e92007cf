using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Web.Api.Access;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>The product's policies, with a hole once a review has been brought as far as a test needs it: who sees a review is not asked.</summary>
internal sealed class WeakPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    private bool _isOpen;

    public override bool AllowsCachingPolicies => false;

    /// <summary>Opens the hole, where it was planted.</summary>
    public static void Open(WebService service)
    {
        if (service.Services.GetRequiredService<IAuthorizationPolicyProvider>() is WeakPolicies weak)
        {
            weak._isOpen = true;
        }
    }

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => base.GetPolicyAsync(
        _isOpen ? policyName.Replace($"{AccessRule.SeesReview}", $"{AccessRule.KnownPerson}", StringComparison.Ordinal) : policyName);
}
