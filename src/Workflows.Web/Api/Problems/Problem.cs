using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Api.Problems;

/// <summary>What is told of a request that was not done (RFC 9457).</summary>
/// <param name="Status">HTTP status code, 400 to 599.</param>
/// <param name="Rule">Stable identifier of the rule that refused it.</param>
/// <param name="Title">The kind of problem, in a few words.</param>
/// <param name="Detail">What is wrong here and what to do, in plain English; nothing of the case.</param>
internal sealed record Problem(int Status, string Rule, string Title, string Detail)
{
    /// <summary>Source of the rule, or null.</summary>
    public string? Citation { get; init; }

    /// <summary>What is wrong, by field; empty where it is not about fields.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What could be asked for instead, or null.</summary>
    public IReadOnlyList<Alternative>? Alternatives { get; init; }

    /// <summary>After how many seconds to try again, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>One or more fields are wrong.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, string> errors, string rule = "request-is-valid") =>
        new(StatusCodes.Status400BadRequest, rule, "Something in the request is not valid",
            string.Join(" ", errors.Values.Distinct().Take(3))) { Errors = errors };

    /// <summary>One field is wrong.</summary>
    public static Problem Invalid(string field, string problem) =>
        Invalid(new Dictionary<string, string> { [field] = problem });

    /// <summary>There is no such thing, or it is not for this person to know of.</summary>
    public static Problem NotFound(string what) =>
        new(StatusCodes.Status404NotFound, $"{what}-exists", "Not found", $"There is no such {what}.");

    /// <summary>The same for a review that does not exist and for one that the person may not see.</summary>
    public static Problem NoSuchReview { get; } = NotFound("review");

    /// <summary>The command was meant for another version of the review (<c>If-Match</c>).</summary>
    public static Problem HasChanged(long version) => new(
        StatusCodes.Status412PreconditionFailed, ReviewDesk.SeenVersionRule, "The review has changed",
        $"The review is at version {version}. Look at it again, then decide.");

    /// <summary>A refusal by the rules of the process.</summary>
    public static Problem Of(Refusal refusal)
    {
        var (status, title) = refusal.Kind switch
        {
            RefusalKind.Unknown => (StatusCodes.Status404NotFound, "Not found"),
            RefusalKind.Forbidden => (StatusCodes.Status403Forbidden, "Not allowed"),
            RefusalKind.Invalid => (StatusCodes.Status400BadRequest, "Something in the request is not valid"),
            _ when refusal.Rule == ReviewDesk.SeenVersionRule => (StatusCodes.Status412PreconditionFailed, "The review has changed"),
            _ => (StatusCodes.Status409Conflict, "A rule stands against it"),
        };
        return new Problem(status, refusal.Rule, title, refusal.Message) { Citation = refusal.Cite, Errors = refusal.Fields };
    }

    /// <summary>More bytes than are taken.</summary>
    public static Problem TooLarge(long most) =>
        new(StatusCodes.Status413PayloadTooLarge, "size-limit", "Too large", most >= 1024 * 1024
            ? $"At most {most / (1024 * 1024)} MB are taken here." : $"At most {most / 1024} KB are taken here.");

    /// <summary>A document is too large.</summary>
    public static Problem DocumentTooLarge { get; } = TooLarge(IDocumentStore.MaximumBytes);
}

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Rule)
{
    public Problem Problem { get; } = problem;
}
