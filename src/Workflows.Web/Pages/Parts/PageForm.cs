using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages.Parts;

/// <summary>A form that a person sent, once its anti-forgery token was found right.</summary>
internal sealed class PageForm
{
    private const int LongestText = 200_000;
    private readonly IFormCollection _form;

    private PageForm(IFormCollection form) => _form = form;

    /// <summary>The fields as they came, to show them again.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        _form.Where(each => each.Key is not ("token" or "once")).ToDictionary(each => each.Key, each => each.Value.ToString());

    /// <summary>The file that came with it, or null.</summary>
    public IFormFile? File => _form.Files.Count > 0 && _form.Files[0].FileName.Length > 0 ? _form.Files[0] : null;

    /// <summary>Reads the form.</summary>
    /// <exception cref="ProblemException">It has no right token, cannot be read or is too large.</exception>
    public static async Task<PageForm> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return new PageForm(await http.Request.ReadFormAsync(http.RequestAborted));
        }
        catch (AntiforgeryValidationException)
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status400BadRequest, "form-is-ours", "The form could not be taken",
                "You may have signed out, or the page may be old. Go back, load the page again, and send the form once more."));
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status413PayloadTooLarge));
        }
    }

    /// <summary>A field's text without spaces around it; null where it is absent or empty.</summary>
    public string? Text(string name)
    {
        var text = _form[name].ToString().Trim().ReplaceLineEndings("\n");
        return text.Length == 0 ? null : text.Length <= LongestText ? text : text[..LongestText];
    }

    /// <summary>What one page's form carries to the next, as it was written; null where it is absent or empty.</summary>
    public string? Carried(string name) => _form[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// What makes sending the same form twice one command: the form's own random number, and all that it holds.
    /// </summary>
    public CommandKey? Key(HttpContext http, string user)
    {
        if (_form["once"].ToString() is not { Length: > 0 and <= 64 } once)
        {
            return null;
        }

        var content = string.Join('\n', Values.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
        return new CommandKey(Hash($"{user}\npage\n{once}")[..32], Hash($"{http.Request.Path}\n{content}\n{File?.FileName}\n{File?.Length}"));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
