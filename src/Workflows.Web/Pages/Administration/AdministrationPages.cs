using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Health;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Pages.Administration;

/// <summary>What an administrator looks after: the people of the partnerships that are theirs, the calendar, the service's health.</summary>
internal static class AdministrationPages
{
    private static readonly string Version =
        typeof(AdministrationPages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/administration", ShowAsync).PageFor(AccessRule.KnownPerson);

    private static async Task<IResult> ShowAsync(
        HttpContext http, SignedInPerson person, DirectorySource directory, ProcessCatalogue catalogue, CalendarSource calendar,
        IReviewIndex index, ServiceHealth health, NeedsSomebody needs, TimeProvider clock)
    {
        var (now, stop) = (clock.GetUtcNow(), http.RequestAborted);
        var own = directory.Current.Partnerships.Where(each => person.OwnPartnerships.Contains(each.Id)).ToList();
        var others = directory.Current.Partnerships.Select(each => $"{each.Id}: ").Except(own.Select(each => $"{each.Id}: ")).ToList();
        return PageAnswers.Show<AdministrationPage>(
            (nameof(AdministrationPage.Partnerships), own),
            (nameof(AdministrationPage.Definitions), catalogue.All),
            (nameof(AdministrationPage.Directory), directory.Current),
            (nameof(AdministrationPage.Remarks), DirectoryCheck.Against(directory.Current, catalogue)
                .Where(remark => !others.Exists(other => remark.StartsWith(other, StringComparison.Ordinal))).ToList()),
            (nameof(AdministrationPage.Health), await health.LookAsync(stop)),
            (nameof(AdministrationPage.Needs), await needs.FindAsync(person, stop)),
            (nameof(AdministrationPage.Calendar), calendar.Current),
            (nameof(AdministrationPage.Figures), await index.FiguresAsync(now, stop)),
            (nameof(AdministrationPage.Now), now),
            (nameof(AdministrationPage.Today), LondonTime.DateOf(now)),
            (nameof(AdministrationPage.Release), Version));
    }
}
