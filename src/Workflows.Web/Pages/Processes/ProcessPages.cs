using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages.Processes;

/// <summary>Each definition as a page that a lawyer can hold against the text, and the difference between two versions.</summary>
internal static class ProcessPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/processes", (ProcessCatalogue catalogue) =>
            PageAnswers.Show<ProcessesPage>((nameof(ProcessesPage.Definitions), catalogue.All))).PageFor(AccessRule.Anybody);
        pages.MapGet("/processes/{key}", Show).PageFor(AccessRule.Anybody);
        pages.MapGet("/processes/{key}/since/{other}", Compare).PageFor(AccessRule.Anybody);
    }

    private static RazorComponentResult Show(string key, ProcessCatalogue catalogue) => PageAnswers.Show<ProcessPage>(
        (nameof(ProcessPage.Definition), Find(key, catalogue)),
        (nameof(ProcessPage.Others), catalogue.Keys.Where(other => other != Find(key, catalogue).Key && other.Split('@')[0] == key.Split('@')[0]).ToList()));

    private static RazorComponentResult Compare(string key, string other, ProcessCatalogue catalogue)
    {
        var (newer, older) = (Find(key, catalogue), Find(other, catalogue));
        return PageAnswers.Show<ComparisonPage>(
            (nameof(ComparisonPage.Newer), newer), (nameof(ComparisonPage.Older), older),
            (nameof(ComparisonPage.Differences), ProcessDifference.Between(older, newer)));
    }

    private static ProcessDefinition Find(string key, ProcessCatalogue catalogue) =>
        catalogue.Find(key) ?? throw new ProblemException(Problem.NotFound("process"));
}
