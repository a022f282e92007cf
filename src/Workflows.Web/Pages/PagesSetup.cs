using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Pages.Administration;
using Workflows.Web.Pages.Assets;
using Workflows.Web.Pages.Demonstration;
using Workflows.Web.Pages.Home;
using Workflows.Web.Pages.Importing;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Linked;
using Workflows.Web.Pages.Links;
using Workflows.Web.Pages.Keeping;
using Workflows.Web.Pages.Lists;
using Workflows.Web.Pages.Moves;
using Workflows.Web.Pages.Opening;
using Workflows.Web.Pages.Processes;
using Workflows.Web.Pages.Publications;
using Workflows.Web.Pages.Reviewers;
using Workflows.Web.Pages.Reports;
using Workflows.Web.Pages.Reviews;
using Workflows.Web.Pages.Screening;
using Workflows.Web.Pages.SignIn;

namespace Workflows.Web.Pages;

/// <summary>Puts the pages into the web application.</summary>
internal static class PagesSetup
{
    public static void Add(IServiceCollection services, WebOptions options)
    {
        services.AddRazorComponents();
        services.AddMemoryCache();
        services.AddSingleton(options.Pages);
        services.AddSingleton<AssetFiles>();
        services.AddSingleton<ReviewViews>();
        services.AddSingleton<ActionForms>();
        services.AddSingleton<SeenReviews>();
        services.AddSingleton<NeedsSomebody>();
        services.AddResponseCompression(PageCompression.Set);
        services.AddSingleton<RecommendationViews>();
        services.AddAntiforgery(forgery =>
        {
            forgery.FormFieldName = "token";
            forgery.Cookie.Name = "workflows-form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<LinkVisits>();
        PageSignIn.Add(services, options);
        LinkSession.Add(services);
        services.Configure<AuthorizationOptions>(PageAccess.AddPolicies);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        AssetEndpoints.Map(app);
        var pages = app.MapGroup(string.Empty).AddEndpointFilter(PageAnswers.BeforeAsync).ExcludeFromDescription();
        pages.WithMetadata(PageMark.Instance);
        HomeEndpoints.Map(pages);
        SignInEndpoints.Map(pages, app.ServiceProvider);
        DemonstrationEndpoints.Map(pages, app.ServiceProvider);
        PublicationPages.Map(pages);
        PublishingPages.Map(pages);
        ProcessPages.Map(pages);
        AdministrationPages.Map(pages);
        ListEndpoints.Map(pages);
        OpeningEndpoints.Map(pages);
        RetentionPages.Map(pages);
        ReportPages.Map(pages);
        ImportPages.Map(pages);
        ReviewPages.Map(pages);
        ActionEndpoints.Map(pages);
        StepEndpoints.Map(pages);
        LinkEndpoints.Map(pages);
        LinkDecisionEndpoints.Map(pages);
        LinkRecommendations.Map(pages);
        LinkRevocation.Map(pages);
        LinkReviewPages.Map(pages);
        MovePages.Map(pages);
        LearningPages.Map(pages);
        SearchPages.Map(pages);
        QualityPages.Map(pages);
        ReviewerPages.Map(pages);
        ScreeningPages.Map(pages);
    }
}
