using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Calendar;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.SignIn;

namespace Workflows.Web.Pages.Demonstration;

/// <summary>The letters and the clock of a demonstration. Served only where the host has one.</summary>
internal static class DemonstrationEndpoints
{
    private const string Path = "/demonstration";
    private const int MostLetters = 100;
    private static readonly TimeOnly Morning = new(9, 0);

    public static void Map(IEndpointRouteBuilder pages, IServiceProvider services)
    {
        if (!services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IDemonstration)))
        {
            return;
        }

        pages.MapGet(Path, (HttpContext http, IDemonstration demonstration, TimeProvider clock) =>
            ShowAsync(http, demonstration, clock, StatusCodes.Status200OK, [])).PageFor(AccessRule.Anybody);
        pages.MapPost(Path, MoveAsync).PageFor(AccessRule.Anybody);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        HttpContext http, IDemonstration demonstration, TimeProvider clock, int status, Dictionary<string, string> errors) =>
        PageAnswers.Show<DemonstrationPage>(
            status,
            (nameof(DemonstrationPage.Letters), await demonstration.LettersAsync(MostLetters, http.RequestAborted)),
            (nameof(DemonstrationPage.Next), await demonstration.NextEventAsync(http.RequestAborted)),
            (nameof(DemonstrationPage.Now), clock.GetUtcNow()),
            (nameof(DemonstrationPage.Errors), errors));

    private static async Task<IResult> MoveAsync(HttpContext http, IDemonstration demonstration, TimeProvider clock)
    {
        var form = await PageForm.ReadAsync(http);
        var errors = new Dictionary<string, string>();
        var to = await TargetAsync(form, demonstration, clock, errors, http.RequestAborted);
        if (to is { } instant && !await demonstration.MoveAsync(instant, CancellationToken.None))
        {
            errors["to"] = "The clock moves only forward, and at most 30 years at once";
        }

        return errors.Count > 0
            ? await ShowAsync(http, demonstration, clock, StatusCodes.Status400BadRequest, errors)
            : Results.LocalRedirect(form.Text(PageSignIn.ReturnName) is { } place ? PageSignIn.Place(place) : Path);
    }

    private static async Task<DateTimeOffset?> TargetAsync(
        PageForm form, IDemonstration demonstration, TimeProvider clock, Dictionary<string, string> errors, CancellationToken stop)
    {
        if (form.Text("move") != "to")
        {
            return await demonstration.NextEventAsync(stop);
        }

        if (FactAnswers.Date("to", "To which day?", form.Text, errors) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
            && WorkingCalendar.Covers(day) && LondonTime.At(day, Morning) > clock.GetUtcNow())
        {
            return LondonTime.At(day, Morning);
        }

        errors.TryAdd("to", "Enter a day after today, to which the clock moves");
        return null;
    }
}
