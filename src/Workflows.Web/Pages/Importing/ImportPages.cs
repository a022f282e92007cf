using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Reviews.Importing;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Imports;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Importing;

/// <summary>
/// Brings in reviews from before from a CSV file, in two steps: the file is looked at, and every problem told by its line; then what is good
/// is recorded. Nothing is kept between the two: the file travels in the form, and is judged again.
/// </summary>
internal static class ImportPages
{
    public const string Path = "/reviews/import";

    // What a form holds beside its file, and what its coding adds.
    private const long FormBytes = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Ask).PageFor(AccessRule.KnownPerson);
        pages.MapGet(Path + "/table", Table).PageFor(AccessRule.KnownPerson);
        pages.MapPost(Path, CheckAsync).PageFor(AccessRule.KnownPerson)
            .WithMetadata(new RequestSizeLimitAttribute(ImportTable.MaximumBytes + FormBytes));
        pages.MapPost(Path + "/record", RecordAsync).PageFor(AccessRule.KnownPerson)
            .WithMetadata(new RequestSizeLimitAttribute(ImportTable.MaximumBytes + FormBytes));
    }

    /// <summary>The newest version of each process whose reviews the person opens in a partnership of their own, and so may bring in.</summary>
    public static IReadOnlyList<ProcessDefinition> MayBringIn(SignedInPerson person, ProcessCatalogue catalogue)
    {
        var roles = person.OwnPartnerships.SelectMany(person.RolesIn).ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.All.Where(definition => definition.OpenedBy.Any(roles.Contains))
            .Select(definition => definition.Id).Distinct().Select(id => catalogue.Find(id)!)];
    }

    private static RazorComponentResult Ask(SignedInPerson person, ProcessCatalogue catalogue) =>
        Page(StatusCodes.Status200OK, Allowed(person, catalogue), error: null);

    private static RazorComponentResult Page(int status, IReadOnlyList<ProcessDefinition> processes, string? error) =>
        PageAnswers.Show<ImportPage>(status, (nameof(ImportPage.Processes), processes), (nameof(ImportPage.Error), error));

    private static FileContentHttpResult Table(string? process, SignedInPerson person, ProcessCatalogue catalogue) =>
        Allowed(person, catalogue).FirstOrDefault(each => each.Id == process) is { } definition
            ? EmptyTable.Of(definition, person.OwnPartnerships[0]).As($"{definition.Id}.csv")
            : throw new ProblemException(Problem.NotFound("process"));

    private static async Task<IResult> CheckAsync(HttpContext http, SignedInPerson person, ProcessCatalogue catalogue, ReviewImporter importer)
    {
        var processes = Allowed(person, catalogue);
        var form = await PageForm.ReadAsync(http);
        if (form.File is not { Length: > 0 } file)
        {
            return Page(StatusCodes.Status400BadRequest, processes, form.File is null ? "Select a CSV file" : "The selected file is empty");
        }

        if (file.Length > ImportTable.MaximumBytes)
        {
            return Page(StatusCodes.Status400BadRequest, processes, $"The selected file must be smaller than {ImportTable.MaximumBytes / (1024 * 1024)} MB");
        }

        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, http.RequestAborted);
        return await ShowAsync(bytes, ImportEndpoint.RequestOf(person, dryRun: true, goodRows: false), http, importer);
    }

    private static async Task<IResult> RecordAsync(HttpContext http, SignedInPerson person, ProcessCatalogue catalogue, ReviewImporter importer)
    {
        var processes = Allowed(person, catalogue);
        var form = await PageForm.ReadAsync(http);
        return CarriedFile.Read(form.Carried("table")) is { } bytes
            ? await ShowAsync(bytes, ImportEndpoint.RequestOf(person, dryRun: false, form.Text("goodRows") == "true"), http, importer)
            : Page(StatusCodes.Status400BadRequest, processes, "Select the CSV file again");
    }

    private static async Task<IResult> ShowAsync(byte[] bytes, ImportRequest request, HttpContext http, ReviewImporter importer) =>
        PageAnswers.Show<ImportReportPage>(
            (nameof(ImportReportPage.Report), await importer.RunAsync(CsvTable.Read(bytes), request, http.RequestAborted)),
            (nameof(ImportReportPage.Table), CarriedFile.Write(bytes)));

    private static IReadOnlyList<ProcessDefinition> Allowed(SignedInPerson person, ProcessCatalogue catalogue) =>
        MayBringIn(person, catalogue) is { Count: > 0 } processes
            ? processes : throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status403Forbidden));
}
