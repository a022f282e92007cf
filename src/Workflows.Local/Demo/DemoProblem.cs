namespace Workflows.Local.Demo;

/// <summary>Problem documents of the demonstration, in the shape of all others (RFC 9457).</summary>
internal static class DemoProblem
{
    /// <summary>Something in the request is not valid.</summary>
    /// <param name="field">Which field.</param>
    /// <param name="detail">What is wrong with it, and what to send.</param>
    public static IResult Invalid(string field, string detail) => Of(
        StatusCodes.Status400BadRequest, "request-is-valid", "Something in the request is not valid", detail,
        new Dictionary<string, string>(StringComparer.Ordinal) { [field] = detail });

    /// <summary>A problem.</summary>
    /// <param name="status">HTTP status code.</param>
    /// <param name="rule">Identifier of the rule that refused it.</param>
    /// <param name="title">The kind of problem.</param>
    /// <param name="detail">What is wrong here, and what to do.</param>
    /// <param name="errors">What is wrong, by field; null where it is not about fields.</param>
    public static IResult Of(
        int status, string rule, string title, string detail, IReadOnlyDictionary<string, string>? errors = null)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["rule"] = rule };
        if (errors is not null)
        {
            extensions.Add("errors", errors);
        }

        return Results.Problem(detail, instance: null, status, title, $"/problems/{rule}", extensions);
    }
}
