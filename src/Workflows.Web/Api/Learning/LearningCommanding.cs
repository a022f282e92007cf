using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Learning;

/// <summary>
/// Brings commands about recommendations from HTTP to the desk; answers with the recommendation alone, since whoever answers
/// for one may see nothing else of the review.
/// </summary>
internal sealed class LearningCommanding(ReviewDesk desk, ReviewContexts contexts)
{
    /// <summary>Makes a recommendation: 201, with its address.</summary>
    public async Task<IResult> MakeAsync(HttpContext http, SignedInPerson person, SeenReview seen)
    {
        var done = await DoAsync(http, person, seen, RecommendationRequest.Read);
        var body = Body(done.File, done.Produced ?? done.File.State.Learning.Recommendations.Count, person);
        return TypedResults.Created(body.Href, body);
    }

    /// <summary>Does something about a recommendation.</summary>
    public async Task<IResult> HandleAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, string number, Func<int, JsonFields, ReviewCommand> read)
    {
        var which = Number(number, "recommendation");
        var done = await DoAsync(http, person, seen, fields => read(which, fields));
        return TypedResults.Json(Body(done.File, which, person));
    }

    /// <summary>The recommendations of a review that the person sees.</summary>
    public RecommendationsBody List(SignedInPerson person, SeenReview seen) =>
        new([.. seen.Recommendations.Select(each => Body(seen.File, each.Number, person))]);

    /// <summary>One recommendation.</summary>
    /// <exception cref="ProblemException">There is none of that number.</exception>
    public RecommendationBody Body(ReviewFile file, int number, SignedInPerson person) =>
        file.State.Learning.Find(number) is { } known
            ? RecommendationBodies.Of(known, file, person.CallerIn(file.State.Partnership).Roles, contexts)
            : throw new ProblemException(Problem.NotFound("recommendation"));

    /// <summary>A number in an address.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static int Number(string text, string what) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && text.Length <= 4
            && text[0] != '0' ? number : throw new ProblemException(Problem.NotFound(what));

    private async Task<CommandAnswer.Done> DoAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, Func<JsonFields, ReviewCommand> read)
    {
        var body = await JsonBody.ReadAsync(http);
        var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
        return Commanding.DoneOr(await desk.HandleAsync(
            seen.File.Id, read(new JsonFields(body.Root)), person.CallerIn(seen.File.State.Partnership), key, http.RequestAborted,
            Preconditions.Expected(http, seen.File.State)));
    }
}
