using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages.Parts;

/// <summary>A refusal in the way forms show it: by field, or above the form where it is about no field.</summary>
internal static class Refused
{
    /// <summary>The identifier of the form as a whole.</summary>
    public const string Form = "form";

    /// <summary>What is wrong, by field.</summary>
    public static Dictionary<string, string> Errors(Refusal refusal)
    {
        if (refusal.Fields.Count > 0)
        {
            return refusal.Fields.ToDictionary(each => each.Key, each => Say.Plain(each.Value));
        }

        var message = Say.Plain(refusal.Message);
        return new() { [Form] = refusal.Cite is { } cite ? $"{message} The rule behind it: {cite}" : message };
    }

    /// <summary>The status of the page that shows it.</summary>
    public static int Status(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Unknown => throw new ProblemException(Problem.Of(refusal)),
        _ => StatusCodes.Status409Conflict,
    };
}
