using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflows.Process.State;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>Honours <c>If-Match</c>: a command meant for another version of the review than there is now is refused.</summary>
internal static class Preconditions
{
    private const long NeverAVersion = -1;

    /// <summary>The tag of a review at a version.</summary>
    public static EntityTagHeaderValue TagOf(long version) => new($"\"{version}\"");

    /// <summary>Refuses a stale command at once, before a large body is taken.</summary>
    /// <exception cref="ProblemException">The review has changed since, or the header cannot be read.</exception>
    public static void ThrowIfStale(HttpContext http, ReviewState state)
    {
        if (Expected(http, state) == NeverAVersion)
        {
            throw new ProblemException(Problem.HasChanged(state.Sequence));
        }
    }

    /// <summary>The version for which the command is meant, or null where any will do.</summary>
    /// <param name="http">The request.</param>
    /// <param name="state">The review as it stood when the request came.</param>
    /// <exception cref="ProblemException">The header cannot be read.</exception>
    public static long? Expected(HttpContext http, ReviewState state)
    {
        var given = http.Request.Headers.IfMatch;
        if (given.Count == 0)
        {
            return null;
        }

        if (!EntityTagHeaderValue.TryParseList(given, out var tags))
        {
            throw new ProblemException(Problem.Invalid("If-Match", "Send the ETag of the review as it was given."));
        }

        if (tags.Contains(EntityTagHeaderValue.Any))
        {
            return null;
        }

        // Whether a stale command was done before under its key is the desk's to know: it gets a version that never is.
        return tags.Any(tag => tag.Compare(TagOf(state.Sequence), useStrongComparison: true)) ? state.Sequence : NeverAVersion;
    }
}
