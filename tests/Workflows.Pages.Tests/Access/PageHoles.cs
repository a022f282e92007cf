using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Links;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Access;

/// <summary>
/// Holes in the layers of access that pages have beside those of the interface, planted into a test's host by putting another service in the
/// place of the product's. The product has no switch for any of them.
/// </summary>
internal static class PageHoles
{
    /// <summary>Whose form it is, and that it is ours, is not asked.</summary>
    public static void NoFormToken(IServiceCollection services) => services.AddSingleton<IAntiforgery, AnyForm>();

    /// <summary>Cookies are not sealed: whoever knows how they are written writes one.</summary>
    public static void NoSeal(IServiceCollection services) => services.AddSingleton<IDataProtectionProvider, PlainText>();

    /// <summary>Whether a session goes on is not asked.</summary>
    public static void NoEnd(IServiceCollection services) => services.PostConfigure<CookieAuthenticationOptions>("pages", cookie =>
        cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask);

    /// <summary>What is kept of a code forgets that it was tried and used.</summary>
    public static void ForgottenTries(IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(ILinkStore));
        services.Remove(own);
        services.AddSingleton<ILinkStore>(provider => new ForgetfulLinks(
            (ILinkStore)(own.ImplementationInstance ?? own.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))));
    }

    /// <summary>Codes do not grow old.</summary>
    public static void AgelessCodes(IServiceCollection services) => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LetterCodes>(
        provider, (TimeProvider)new ManualTimeProvider(provider.GetRequiredService<TimeProvider>().GetUtcNow())));

    /// <summary>Links do not grow old.</summary>
    public static void AgelessLinks(IServiceCollection services) => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LetterLinks>(
        provider, (TimeProvider)new ManualTimeProvider(provider.GetRequiredService<TimeProvider>().GetUtcNow())));

    private sealed class AnyForm(IServiceProvider services) : IAntiforgery
    {
        private readonly IAntiforgery _own = (IAntiforgery)ActivatorUtilities.CreateInstance(
            services, typeof(IAntiforgery).Assembly.GetType("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", throwOnError: true)!);

        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => _own.GetAndStoreTokens(httpContext);

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => _own.GetTokens(httpContext);

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(true);

        public void SetCookieTokenAndHeader(HttpContext httpContext) => _own.SetCookieTokenAndHeader(httpContext);

        public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;
    }

    private sealed class PlainText : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }

    private sealed class ForgetfulLinks(ILinkStore links) : ILinkStore
    {
        public Task<KeptLink?> FindAsync(string name, CancellationToken stop) => links.FindAsync(name, stop);

        // A code that was just sent has all its tries.
        public async Task<bool> PutAsync(string name, string text, string? seen, CancellationToken stop) =>
            (seen is not null && !text.Contains("\"triesLeft\":5", StringComparison.Ordinal)) || await links.PutAsync(name, text, seen, stop);
    }
}
