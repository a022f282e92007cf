using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Links;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Reviews;

/// <summary>Brings commands about a review from HTTP to the desk, and the answer back.</summary>
internal sealed class Commanding(ReviewDesk desk, ReviewBodies bodies, LinkViews links)
{
    /// <summary>Handles a command whose body is JSON; answers with the review as it then stands.</summary>
    public Task<IResult> HandleAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, Func<JsonFields, ReviewCommand> read) =>
        HandleAsync(http, person, seen, fields => Task.FromResult(read(fields)));

    /// <summary>The same, where reading the body asks more than the body.</summary>
    public async Task<IResult> HandleAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, Func<JsonFields, Task<ReviewCommand>> read)
    {
        var body = await JsonBody.ReadAsync(http);
        var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
        var command = await read(new JsonFields(body.Root));
        var done = await DoAsync(http, seen, command, person, key);
        return await StandingAsync(http, done.File, person);
    }

    /// <summary>Hands a command to the desk.</summary>
    /// <exception cref="ProblemException">It was refused.</exception>
    public async Task<CommandAnswer.Done> DoAsync(
        HttpContext http, SeenReview seen, ReviewCommand command, SignedInPerson person, CommandKey? key) =>
        DoneOr(await desk.HandleAsync(
            seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), key, http.RequestAborted,
            Preconditions.Expected(http, seen.File.State)));

    /// <summary>The answer that says what was done.</summary>
    /// <exception cref="ProblemException">It was refused.</exception>
    public static CommandAnswer.Done DoneOr(CommandAnswer answer) => answer switch
    {
        CommandAnswer.Done done => done,
        CommandAnswer.Refused refused => throw new ProblemException(Problem.Of(refused.Refusal)),
        _ => throw new InvalidOperationException($"No handling of {answer.GetType().Name}."),
    };

    /// <summary>The review as it stands, with its ETag.</summary>
    public async Task<IResult> StandingAsync(HttpContext http, ReviewFile file, SignedInPerson person, int status = StatusCodes.Status200OK)
    {
        http.Response.GetTypedHeaders().ETag = Preconditions.TagOf(file.State.Sequence);
        return TypedResults.Json(
            bodies.Of(file, person, await links.OfAsync(file, person, http.RequestAborted)), statusCode: status);
    }
}
