using Workflows.Local.Clock;
using Workflows.Local.Verbs;
using Workflows.Local.Wakes;

namespace Workflows.Local.Demo;

/// <summary>Moves the clock at the press of a button, and answers when all that fell due has been done.</summary>
internal static class ClockMove
{
    private const int MostYears = 30;
    private const string Key = "Idempotency-Key";

    /// <summary>Handles the request.</summary>
    /// <param name="http">The request: <c>{"to": "2026-03-01T09:00:00Z"}</c> or <c>{"by": "P3D"}</c>.</param>
    /// <param name="work">What is due.</param>
    /// <param name="moves">Moves made before.</param>
    /// <param name="life">Ends a move when the program stops, not when somebody hangs up.</param>
    public static async Task<IResult> PostAsync(HttpContext http, DueWork work, RepeatedMoves moves, IHostApplicationLifetime life)
    {
        var (body, problem) = await DemoBody.ReadAsync(http, "to", "by");
        if (body is null)
        {
            return problem!;
        }

        string? key = http.Request.Headers[Key];
        if (key is { Length: 0 or > 200 })
        {
            return DemoProblem.Invalid(Key, "Send one key of 1 to 200 characters.");
        }

        if (key is not null && moves.Find(key, body.Bytes) is { } known)
        {
            return known.IsSame ? Results.Ok(new DemoClock(known.Now)) : DemoProblem.Of(
                StatusCodes.Status409Conflict, "idempotency-key-reused", "A rule stands against it",
                "This Idempotency-Key was used for something else. Use a new key for a new command.");
        }

        if (Target(body, out var target) is { } invalid)
        {
            return invalid;
        }

        DateTimeOffset? now;
        try
        {
            now = await work.MoveAsync(from => Within(from, target(from)), life.ApplicationStopping);
        }
        catch (DemoProblemException refused)
        {
            return refused.Result;
        }

        if (now is null)
        {
            return DemoProblem.Of(
                StatusCodes.Status409Conflict, "clock-moves-forward", "A rule stands against it", "The clock moves only forward.");
        }

        if (key is not null)
        {
            moves.Keep(key, body.Bytes, now.Value);
        }

        return Results.Ok(new DemoClock(now.Value));
    }

    private static IResult? Target(DemoBody body, out Func<DateTimeOffset, DateTimeOffset> target)
    {
        target = from => from;
        if (body.Texts.Count != 1)
        {
            return DemoProblem.Invalid("to", "Send either to, an instant, or by, a duration.");
        }

        if (body.Texts.TryGetValue("to", out var to))
        {
            if (!Instant.TryParse(to, out var instant))
            {
                return DemoProblem.Invalid("to", "Send an instant with its offset, such as 2026-03-01T09:00:00Z.");
            }

            target = _ => instant.ToUniversalTime();
            return null;
        }

        var by = body.Texts["by"];
        if (!ClockSpan.TryAdd(DateTimeOffset.UnixEpoch, by, out _))
        {
            return DemoProblem.Invalid("by", "Send a duration as ISO 8601 writes it, such as P3D, P6M or PT12H.");
        }

        target = from => ClockSpan.TryAdd(from, by, out var later) ? later : DateTimeOffset.MaxValue;
        return null;
    }

    private static DateTimeOffset Within(DateTimeOffset from, DateTimeOffset to) =>
        to <= from.AddYears(MostYears) && Instant.IsWithin(to) ? to : throw new DemoProblemException(DemoProblem.Of(
            StatusCodes.Status400BadRequest, "clock-limit", "Something in the request is not valid",
            $"One move is at most {MostYears} years, and stays within the years of the calendar."));
}

/// <summary>Ends a request with a problem found on the way.</summary>
/// <param name="result">The problem.</param>
internal sealed class DemoProblemException(IResult result) : Exception
{
    /// <summary>The problem.</summary>
    public IResult Result { get; } = result;
}
