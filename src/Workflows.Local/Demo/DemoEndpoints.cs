using Workflows.Local.Wakes;
using Workflows.Reviews.Directory;
using Workflows.Sqlite;

namespace Workflows.Local.Demo;

/// <summary>
/// What only a demonstration on one machine has: everybody's tokens without sign-in, the letters, and the clock. None of it is
/// part of the application that is served in earnest.
/// </summary>
internal static class DemoEndpoints
{
    /// <summary>Maps them.</summary>
    /// <param name="app">The application.</param>
    public static void MapDemo(this IEndpointRouteBuilder app)
    {
        var demo = app.MapGroup("/demo").AllowAnonymous();
        demo.MapGet("/people", (DirectorySource directory) => directory.Current.People.Select(
            person => new DemoPerson(person.User, person.Name, person.Roles, person.Partnership)));
        demo.MapPost("/token", TokenAsync);
        demo.MapGet("/outbox", OutboxAsync);
        demo.MapGet("/clock", (TimeProvider clock) => new DemoClock(clock.GetUtcNow()));
        demo.MapPost("/clock", ClockMove.PostAsync);
    }

    private static async Task<IResult> TokenAsync(HttpContext http, DirectorySource directory, DemoTokens tokens)
    {
        var (body, problem) = await DemoBody.ReadAsync(http, "user");
        if (body is null)
        {
            return problem!;
        }

        if (!body.Texts.TryGetValue("user", out var user))
        {
            return DemoProblem.Invalid("user", "Say for whom: {\"user\": \"…\"}, one of /demo/people.");
        }

        return directory.Current.FindPerson(user) is { } person
            ? Results.Ok(new DemoToken(tokens.For(person.User)))
            : DemoProblem.Of(
                StatusCodes.Status404NotFound, "user-exists", "Not found", "There is no such person. Those there are stand at /demo/people.");
    }

    private static async Task<IResult> OutboxAsync(HttpContext http, SqliteOutbox outbox, DueWork work)
    {
        var after = 0L;
        if (http.Request.Query["after"] is [{ } text, ..] && (!long.TryParse(text, out after) || after < 0))
        {
            return DemoProblem.Invalid("after", "Send the id of a letter, a whole number.");
        }

        // A letter that is due now is in the answer, so that nobody has to ask twice.
        await work.DoAsync(http.RequestAborted);
        return Results.Ok(DemoLetter.ReadAsync(
            outbox, after, http.Request.Query["review"], http.Request.Query["to"], http.Request.Query["kind"], http.RequestAborted));
    }
}

/// <summary>Somebody whose token can be had.</summary>
/// <param name="User">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Roles">Roles held.</param>
/// <param name="Partnership">Identifier of the partnership, or null for national people.</param>
internal sealed record DemoPerson(string User, string Name, IReadOnlyList<string> Roles, string? Partnership);

/// <summary>A token.</summary>
/// <param name="Token">What to send as the bearer.</param>
internal sealed record DemoToken(string Token);

/// <summary>The clock.</summary>
/// <param name="Now">What it shows, UTC.</param>
internal sealed record DemoClock(DateTimeOffset Now);
