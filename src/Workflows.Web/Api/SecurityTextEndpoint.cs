using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Letters;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api;

/// <summary>Says to whom a weakness is reported (RFC 9116). Where nobody is named in the settings there is no such file: it would say something untrue.</summary>
internal static class SecurityTextEndpoint
{
    private const string Path = "/.well-known/security.txt";

    // The file must say until when it holds, less than a year ahead. It is written anew at each request.
    private const int GoodForDays = 180;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, Answer).Access(AccessRule.Anybody).ExcludeFromDescription();

    private static ContentHttpResult Answer(WebOptions options, LetterOptions letters, TimeProvider clock)
    {
        if (options.SecurityContact is not { } contact)
        {
            throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status404NotFound));
        }

        var until = clock.GetUtcNow().UtcDateTime.Date.AddDays(GoodForDays);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"Contact: {contact.AbsoluteUri}\nExpires: {until:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: en\n");
        if (letters.PublicAddress.Scheme == Uri.UriSchemeHttps)
        {
            text += $"Canonical: {new Uri(letters.PublicAddress, Path).AbsoluteUri}\n";
        }

        return TypedResults.Text(text, "text/plain; charset=utf-8");
    }
}
