using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Workflows.Process.Calendar;
using Workflows.Process.Learning;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Learning;

/// <summary>Recommendations of all reviews, by theme, agency, status, lateness and words; as a page, and for spreadsheets.</summary>
internal static class SearchPages
{
    /// <summary>Most recommendations in a table for spreadsheets.</summary>
    public const int MostInTable = 5000;

    private const int OnPage = 50;
    private static readonly string[] Fields = ["theme", "agency", "status", "overdue", "words"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/recommendations", ShowAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/recommendations.csv", CsvAsync).PageFor(AccessRule.KnownPerson);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        string? cursor, HttpContext http, SignedInPerson person, LearningSearch search, RecommendationViews views, TimeProvider clock)
    {
        var values = Values(http);
        var (found, next) = await search.FindAsync(person, Filter(values, clock), partnership: null, cursor, OnPage, http.RequestAborted);
        return PageAnswers.Show<SearchPage>(
            (nameof(SearchPage.Views), found.Select(each => views.Of(each.Known, each.File, person)).ToList()),
            (nameof(SearchPage.Values), values),
            (nameof(SearchPage.Table), QueryHelpers.AddQueryString("/recommendations.csv", values!)),
            (nameof(SearchPage.More), next is null ? null : QueryHelpers.AddQueryString("/recommendations", new Dictionary<string, string?>(values!) { ["cursor"] = next })));
    }

    private static async Task<FileContentHttpResult> CsvAsync(
        HttpContext http, SignedInPerson person, LearningSearch search, RecommendationViews views, TimeProvider clock)
    {
        var csv = new CsvText(
            "Review", "Partnership", "Number", "Recommendation", "Agency", "Accountable post", "Change intended", "Status", "Themes", "Made", "Actions", "Actions done",
            "Next due", "Overdue", "Last evaluation", "Result", "Finding");
        var (cursor, count) = ((string?)null, 0);
        do
        {
            var (found, next) = await search.FindAsync(person, Filter(Values(http), clock), partnership: null, cursor, OnPage, http.RequestAborted);
            foreach (var view in found.Select(each => views.Of(each.Known, each.File, person)))
            {
                csv.Add(Cells(view));
            }

            (cursor, count) = (next, count + found.Count);
        }
        while (cursor is not null && count < MostInTable);

        return csv.As("recommendations.csv");
    }

    private static string[] Cells(RecommendationView view)
    {
        var (known, last) = (view.Known, view.Known.Evaluations.LastOrDefault());
        return
        [
            view.File.State.Reference, view.Partnership, $"{known.Number}", known.Says.Text.Text, known.Says.Agency.Text, known.Says.Post.Text,
            known.Says.Change.Text, LearningWords.Status(known.Status), string.Join("; ", known.Themes.Select(LearningWords.Theme)),
            CsvText.Iso(known.MadeOn), $"{known.Actions.Count}", $"{known.Actions.Count(action => action.Progress == Process.Journal.ActionProgress.Done)}",
            CsvText.Iso(view.Next?.DueOn), view.IsOverdue ? "yes" : "no", CsvText.Iso(last?.On),
            last is null ? string.Empty : LearningWords.Result(last.Result), last?.Finding ?? string.Empty,
        ];
    }

    private static Dictionary<string, string> Values(HttpContext http) => Fields
        .Select(field => (field, value: http.Request.Query[field] is [{ Length: > 0 and <= 200 } text, ..] ? text : null))
        .Where(pair => pair.value is not null).ToDictionary(pair => pair.field, pair => pair.value!);

    // What no list offers is not looked for; a link that somebody kept still works.
    private static LearningFilter Filter(Dictionary<string, string> values, TimeProvider clock) => new(
        Known(values, "theme", LearningRules.Current.Themes.Keys), values.GetValueOrDefault("agency"),
        Known(values, "status", LearningFilter.Statuses), values.GetValueOrDefault("overdue") == "true", values.GetValueOrDefault("words"),
        LondonTime.DateOf(clock.GetUtcNow()));

    private static string? Known(Dictionary<string, string> values, string name, IEnumerable<string> known) =>
        values.GetValueOrDefault(name) is { } value && known.Contains(value) ? value : null;
}
