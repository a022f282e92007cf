using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Web.Api;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Description;
using Workflows.Web.Api.Documents;
using Workflows.Web.Api.Imports;
using Workflows.Web.Api.Learning;
using Workflows.Web.Api.Links;
using Workflows.Web.Api.Looks;
using Workflows.Web.Api.Problems;
using Workflows.Web.Api.Keeping;
using Workflows.Web.Api.Processes;
using Workflows.Web.Api.Publications;
using Workflows.Web.Api.Reports;
using Workflows.Web.Api.Reviewers;
using Workflows.Web.Api.Reviews;
using Workflows.Web.Api.Screening;
using Workflows.Web.Pages;
using Workflows.Web.Setup;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Workflows.Web;

/// <summary>Puts the web application into a host. It is the same application in every host, whatever its server.</summary>
public static class WorkflowsWeb
{
    /// <summary>
    /// Adds the web application. The host adds, beside it, what it stands on: the use cases (<c>ReviewDesk</c>,
    /// <c>ReviewContexts</c>, <c>DirectorySource</c>, <c>ProcessCatalogue</c>), the stores (<c>IReviewJournal</c>,
    /// <c>IReviewIndex</c>, <c>IDocumentStore</c>, <c>IChainedLog</c>) and a <c>TimeProvider</c>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">How it is set up.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWorkflowsWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AccessTable>();
        services.AddSingleton<ReviewBodies>();
        services.AddSingleton<LinkViews>();
        services.AddSingleton<ReviewList>();
        services.AddSingleton<Commanding>();
        services.AddSingleton<LearningCommanding>();
        services.AddSingleton<LearningSearch>();
        services.AddSingleton<Publishing.PublishedPages>();
        services.AddSingleton<RetentionDays>();
        services.AddSingleton<Pages.Reports.ReportReviews>();
        services.AddSingleton<DutyList>();
        services.AddSingleton<ScreeningViews>();
        services.AddSingleton<ScreeningCommanding>();
        services.AddSingleton<OpeningEndpoint>();
        services.AddSingleton<DocumentUpload>();
        services.AddSingleton<ImportEndpoint>();
        services.AddSingleton<ReviewerViews>();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<TimeProvider>((bearer, clock) => BearerTokens.Set(bearer, options, clock));
        services.AddAuthorization(AccessPolicies.Add);
        services.AddRateLimiter(limiter => RateLimits.Set(limiter, options));
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.Converters.Add(new UtcInstants());
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);

        // The server's own request lines hold whole addresses with their queries.
        services.Configure<LoggerFilterOptions>(filters => filters.Rules.Add(new LoggerFilterRule(
            providerName: null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, filter: null)));
        services.AddOpenApi("v1", ApiDescription.Set);
        PagesSetup.Add(services, options);
        return services;
    }

    /// <summary>Puts the application's steps and addresses into the host's, in their order.</summary>
    /// <param name="app">The host's application.</param>
    /// <returns>The same application; the host may add addresses of its own.</returns>
    public static WebApplication MapWorkflowsWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.Invoke);
        app.UseResponseCompression();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<LookRecorder>();

        var routes = new RoutesBuiltOnce(app);
        var api = routes.MapGroup("/api");
        ReviewEndpoints.Map(api);
        KeepingEndpoints.Map(api);
        ProcessEndpoints.Map(api);
        ImportEndpoints.Map(api);
        ReviewerEndpoints.Map(api);
        ReportEndpoints.Map(api);
        PublicationEndpoints.Map(routes);
        HealthEndpoint.Map(routes);
        SecurityTextEndpoint.Map(routes);
        PagesSetup.Map(routes);
        routes.MapOpenApi("/openapi/v1.json").Access(AccessRule.Anybody);
        routes.Serve();
        return app;
    }
}
