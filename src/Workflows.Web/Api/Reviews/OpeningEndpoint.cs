using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Reviews;

/// <summary>Opens reviews.</summary>
internal sealed class OpeningEndpoint(
    ReviewDesk desk, ProcessCatalogue catalogue, DirectorySource directory, AccessTable access, Commanding commanding)
{
    /// <summary>Opens a review under the version of the process that its facts choose.</summary>
    public async Task<IResult> OpenAsync(HttpContext http, SignedInPerson person)
    {
        var body = await JsonBody.ReadAsync(http);
        var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
        var input = OpeningRequest.Read(new JsonFields(body.Root));
        if (!access.MayOpenIn(person, input.Partnership))
        {
            throw new ProblemException(Problem.NotFound("partnership"));
        }

        var command = new OpenReview(input.Partnership, input.Reference, directory.Current.SettingsOf(input.Partnership), input.Facts);
        var opening = new Opening(Choose(input), command, key);
        var done = Commanding.DoneOr(await desk.OpenAsync(opening, person.CallerIn(input.Partnership), http.RequestAborted));
        http.Response.Headers.Location = $"/api/reviews/{done.File.Id}";
        return await commanding.StandingAsync(http, done.File, person, StatusCodes.Status201Created);
    }

    private ProcessDefinition Choose(OpeningInput input)
    {
        var facts = input.Facts.Where(fact => fact.Value.Kind == FactInputKind.Text)
            .ToDictionary(fact => fact.Key, fact => fact.Value.Text);
        var choice = catalogue.Choose(input.Process, facts);
        if (choice.IsMade)
        {
            return choice.Definition;
        }

        if (catalogue.Find(input.Process) is not { } latest)
        {
            throw new ProblemException(Problem.Invalid("process", choice.Refusal) with { Alternatives = Alternatives.Of(choice) });
        }

        // Without the date that decides, checking the facts says best what is missing.
        return facts.TryGetValue(latest.Effective.By, out var by) && DateOnly.TryParseExact(by, "yyyy-MM-dd", out _)
            ? throw new ProblemException(new Problem(
                StatusCodes.Status409Conflict, "version-applies", "A rule stands against it", choice.Refusal)
            { Alternatives = Alternatives.Of(choice) })
            : latest;
    }
}
