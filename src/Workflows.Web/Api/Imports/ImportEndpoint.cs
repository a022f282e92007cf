using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflows.Reviews.Importing;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Imports;

/// <summary>Brings in reviews from before.</summary>
internal sealed class ImportEndpoint(ReviewImporter importer)
{
    private const int MostErrors = 1_000;

    /// <summary>Checks a table, and records it unless that is not asked; a fault keeps out all, unless the good lines are asked for.</summary>
    public async Task<IResult> ImportAsync(HttpContext http, SignedInPerson person)
    {
        var query = new Query(http, "dryRun", "goodRows");
        var (dryRun, goodRows) = (query.OneOf("dryRun", "true", "false") == "true", query.OneOf("goodRows", "true", "false") == "true");
        query.End();
        var table = await TableAsync(http);
        var report = await importer.RunAsync(table, RequestOf(person, dryRun, goodRows), http.RequestAborted);
        if (report.Problems.Any(problem => problem.IsForbidden) && report.Count(ImportOutcome.Recorded) == 0)
        {
            throw new ProblemException(Problem.Invalid(Errors(report.Problems.Where(problem => problem.IsForbidden))) with
            {
                Status = StatusCodes.Status403Forbidden, Rule = "import-partnership", Title = "Not allowed",
            });
        }

        if (!dryRun && !goodRows && report.Problems.Count > 0)
        {
            throw new ProblemException(Problem.Invalid(Errors(report.Problems), "import-is-valid") with
            {
                Detail = $"{report.Count(ImportOutcome.Faulty)} of {report.Rows} lines cannot be recorded, so none was. "
                    + "Correct them, or ask for goodRows=true to record the others.",
            });
        }

        return TypedResults.Json(ImportBody.Of(report));
    }

    /// <summary>What a person may bring in: reviews of partnerships of their own, by the roles that they have there.</summary>
    public static ImportRequest RequestOf(SignedInPerson person, bool dryRun, bool goodRows) => new()
    {
        DryRun = dryRun, GoodRows = goodRows, By = person.User,
        RolesIn = partnership => person.OwnPartnerships.Contains(partnership) ? person.RolesIn(partnership) : [],
    };

    private static Dictionary<string, string> Errors(IEnumerable<ImportProblem> problems) => problems
        .GroupBy(problem => problem.Column is null
            ? $"line {problem.Line}" : string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}, {problem.Column}"))
        .Take(MostErrors)
        .ToDictionary(group => group.Key, group => string.Join(" ", group.Select(problem => $"{problem.What} {problem.Remedy}")));

    private static async Task<ImportTable> TableAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type))
        {
            throw new ProblemException(NotATable);
        }

        if (type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                throw new ProblemException(NotATable);
            }

            return CsvTable.Read(await JsonBody.BytesAsync(http, ImportTable.MaximumBytes));
        }

        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(NotATable);
        }

        var body = await JsonBody.ReadAsync(http, ImportTable.MaximumBytes);
        return body.Root.EnumerateObject().Count() == 1 && body.Root.TryGetProperty("rows", out var rows)
            ? JsonTable.Read(rows)
            : throw new ProblemException(Problem.Invalid("rows", "Send an object with one member, 'rows': a list of objects, one a review."));
    }

    private static Problem NotATable { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "media-type", "This kind of content is not taken here",
        "Send the table as text/csv in UTF-8, or as application/json.");
}
