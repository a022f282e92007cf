using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Tests.Access;

/// <summary>
/// Holes in each layer of access, planted into a test's host by putting another service in the place of the product's. The product has no
/// switch for any of them.
/// </summary>
internal static class AccessHoles
{
    /// <summary>The step of <see cref="WidenedDefinition"/>.</summary>
    public const string WidenedStep = "appoint-pair";

    /// <summary>The process of <see cref="WidenedDefinition"/>: the newest version of a short one.</summary>
    public const string WidenedProcess = "learning-review@2013.1";

    /// <summary>Tokens: a check of theirs is left out.</summary>
    /// <param name="check">Which: <c>signature</c>, <c>issuer</c>, <c>audience</c> or <c>lifetime</c>.</param>
    public static Action<IServiceCollection> Token(string check) => services =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            var held = bearer.TokenValidationParameters;
            switch (check)
            {
                case "signature":
                    held.RequireSignedTokens = false;
                    held.SignatureValidator = (token, _) => new JsonWebToken(token);
                    break;
                case "issuer":
                    held.ValidateIssuer = false;
                    break;
                case "audience":
                    held.ValidateAudience = false;
                    break;
                default:
                    (held.ValidateLifetime, held.LifetimeValidator) = (false, null);
                    break;
            }
        });

    /// <summary>The middleware of authorization is as good as left out: what it found is not asked.</summary>
    public static void NoDoor(IServiceCollection services) => services.AddSingleton<IAuthorizationMiddlewareResultHandler, OpenDoor>();

    /// <summary>The policies that ask who sees a review ask only whether somebody is known, once <see cref="WeakPolicies"/> are open.</summary>
    public static void NoPolicy(IServiceCollection services) => services.AddSingleton<IAuthorizationPolicyProvider, WeakPolicies>();

    /// <summary>Who sees a review is not asked: everybody signed in and known sees every one.</summary>
    public static void NoPartnership(IServiceCollection services) => services.AddSingleton<IAuthorizationHandler, EverybodySees>();

    /// <summary>The table that says who sees what reads a directory in which people of elsewhere belong here.</summary>
    public static void WrongPartnership(IServiceCollection services) => Directory(services, "[business-manager] }\n\nreviewers", "[business-manager], alsoIn: [fernshire] }\n\nreviewers");

    /// <summary>The same for roles: an agency's lead is its partnership's business manager as well.</summary>
    public static void WrongRole(IServiceCollection services) => Directory(services, "roles: [agency-lead] }", "roles: [agency-lead, business-manager] }");

    /// <summary>The index forgets for whom it lists.</summary>
    public static void NoFilter(IServiceCollection services) => LeakyIndex.Plant(services, forgetsWhoAsks: true, keepsWithdrawn: false);

    /// <summary>The register goes on showing what was taken from it.</summary>
    public static void NoWithdrawal(IServiceCollection services) => LeakyIndex.Plant(services, forgetsWhoAsks: false, keepsWithdrawn: true);

    /// <summary>The scanner finds the harmless test file and nothing else.</summary>
    public static void BlindScanner(IServiceCollection services) => services.AddSingleton<IDocumentScanner, TestFileScanner>();

    /// <summary>An address without a rule.</summary>
    public static void NoRule(IEndpointRouteBuilder app) => app.MapGet("/api/reviews/{id}/all", () => Results.Ok());

    /// <summary>A definition gives a step to one role more.</summary>
    public static void WidenedDefinition(IServiceCollection services)
    {
        var assembly = typeof(ProcessCatalogue).Assembly;
        services.AddSingleton(ProcessCatalogue.Of(ProcessCatalogue.Shipped.Keys.Select(key => (key, (Func<string>)(() =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream($"Workflows.Process.Definitions.Shipped.{key}.yaml")!);
            var text = reader.ReadToEnd();
            return key == WidenedProcess ? Widened(text) : text;
        })))));
    }

    private static string Widened(string text)
    {
        const string By = "by: [";
        var at = text.IndexOf(By, text.IndexOf($"- task: {WidenedStep}\n", StringComparison.Ordinal), StringComparison.Ordinal) + By.Length;
        return text.Insert(at, "agency-lead, ");
    }

    private static void Directory(IServiceCollection services, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Support", "directory.yaml"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        var changed = Path.GetTempFileName();
        File.WriteAllText(changed, text.Replace(from, to, StringComparison.Ordinal));
        var directory = DirectorySource.Of(DirectorySource.OfFile(changed, TimeProvider.System).Current);
        File.Delete(changed);
        services.AddSingleton(provider => new AccessTable(
            directory, provider.GetRequiredService<ReviewDesk>(), provider.GetRequiredService<ReviewContexts>(), provider.GetRequiredService<TimeProvider>()));
    }

    private sealed class OpenDoor : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) => next(context);
    }

    // In the place of the product's: it has the last word where that refuses, since one that succeeds is enough.
    private sealed class EverybodySees(AccessTable table, ReviewDesk desk) : IAuthorizationHandler
    {
        public async Task HandleAsync(AuthorizationHandlerContext context)
        {
            if (context.Resource is HttpContext http && context.User.FindFirst("sub")?.Value is { } user && table.Find(user) is { } person
                && ReviewId.TryParse(http.GetRouteValue("id") as string, out var id) && await desk.FindAsync(id, http.RequestAborted) is { } file)
            {
                http.Features.Set(person);
                http.Features.Set(new SeenReview(file));
                context.PendingRequirements.ToList().ForEach(context.Succeed);
            }
        }
    }

    private sealed class TestFileScanner : IDocumentScanner
    {
        public string Title => "A scanner that finds the test file alone";

        public async Task<ScanResult> ScanAsync(Stream content, CancellationToken stop)
        {
            using var reader = new StreamReader(content, leaveOpen: true);
            return (await reader.ReadToEndAsync(stop)).Contains("EICAR", StringComparison.Ordinal) ? ScanResult.Found("test file") : ScanResult.Clean;
        }
    }
}
