using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflows.Process.State;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>Honours <c>If-Match</c>: a command meant for another version of the review than there is now is refused.</summary>
internal static class Preconditions
{
    /// <summary>The tag of a review at a version.</summary>
    public static EntityTagHeaderValue TagOf(long version) => new($"\"{version}\"");

    /// <summary>Refuses a stale command. One that was done before under its key is not stale: it is answered again.</summary>
    /// <param name="http">The request.</param>
    /// <param name="state">The review as it stands.</param>
    /// <param name="keyHash">Hash of the command's key, or null.</param>
    /// <exception cref="ProblemException">The review has changed since, or the header cannot be read.</exception>
    public static void Check(HttpContext http, ReviewState state, string? keyHash)
    {
        var given = http.Request.Headers.IfMatch;
        if (given.Count == 0 || (keyHash is not null && state.Commands.ContainsKey(keyHash)))
        {
            return;
        }

        if (!EntityTagHeaderValue.TryParseList(given, out var tags))
        {
            throw new ProblemException(Problem.Invalid("If-Match", "Send the ETag of the review as it was given."));
        }

        var now = TagOf(state.Sequence);
        if (!tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(now, useStrongComparison: true)))
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status412PreconditionFailed, "if-match", "The review has changed",
                $"The review is at version {state.Sequence}. Look at it again, then decide."));
        }
    }
}
