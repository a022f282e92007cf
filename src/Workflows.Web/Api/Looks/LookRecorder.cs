using Microsoft.AspNetCore.Http;
using Workflows.Reviews.Audit;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages;

namespace Workflows.Web.Api.Looks;

/// <summary>
/// Records who looks at what of a review, wherever an address shows something of one. A look at a document, or at the names and
/// passages of the screen, is on record, durably, before its first byte goes out; other looks are told, and on record in a moment.
/// Lists of reviews are not looks at one.
/// </summary>
internal sealed class LookRecorder(RequestDelegate next, LookLog looks)
{
    private const int MostCharacters = 200;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<AccessMark>() is not { Rule: AccessRule.SeesReview }
            || http.Features.Get<SeenReview>() is not { File.Id: var review }
            || http.Features.Get<SignedInPerson>() is not { User: var user })
        {
            await next(http);
            return;
        }

        var isPage = http.GetEndpoint()!.Metadata.GetMetadata<PageMark>() is not null;
        var look = new Look(review, user, What(http, review.Value), isPage ? "page" : "interface");
        if (look.What.StartsWith("documents ", StringComparison.Ordinal) || look.What.StartsWith("screening", StringComparison.Ordinal))
        {
            await looks.RecordAsync(look);
            await next(http);
            return;
        }

        await next(http);
        if (http.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            await looks.TellAsync(look);
        }
    }

    // What the address names after the review, as names are written; nothing that anybody typed into it comes along.
    private static string What(HttpContext http, string review)
    {
        var path = http.Request.Path.Value ?? string.Empty;
        var rest = path[(path.IndexOf(review, StringComparison.Ordinal) + review.Length)..].Trim('/');
        var version = http.Request.Query["version"].ToString();
        var words = string.Join(' ', rest.Split('/').Append(version).Where(word => word.Length > 0 && word.All(IsOfName)));
        return words.Length is 0 or > MostCharacters ? "review" : words;
    }

    private static bool IsOfName(char each) => char.IsAsciiLetterOrDigit(each) || each is '-' or '.';
}
