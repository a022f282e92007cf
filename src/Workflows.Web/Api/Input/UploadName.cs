using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>The file name and media type that an upload gives itself, made harmless.</summary>
internal static class UploadName
{
    private const string NoType = "application/octet-stream";
    private const int LongestType = 100;

    private static readonly Dictionary<string, string> Endings = new()
    {
        ["application/pdf"] = ".pdf",
        ["text/plain"] = ".txt",
        ["application/msword"] = ".doc",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
    };

    /// <summary>The media type without parameters, or that of unknown bytes.</summary>
    public static string TypeOf(HttpRequest request) => TypeOf(request.ContentType);

    /// <summary>The media type without its parameters; one that cannot be read counts as unknown bytes.</summary>
    public static string TypeOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Length is > 0 and <= LongestType
        && type.MediaType.IndexOf('*') < 0
            ? type.MediaType.Value!.ToLowerInvariant() : NoType;

    /// <summary>The file name without path and without characters that do not show; the document's kind where none was sent.</summary>
    /// <exception cref="ProblemException">The header cannot be read.</exception>
    public static string NameOf(HttpRequest request, string kind)
    {
        var usual = Usual(kind, TypeOf(request));
        var header = request.Headers.ContentDisposition;
        if (header.Count == 0)
        {
            return usual;
        }

        if (header.Count > 1 || !ContentDispositionHeaderValue.TryParse(header.ToString(), out var disposition))
        {
            throw new ProblemException(Problem.Invalid(
                "Content-Disposition", "Send it as: attachment; filename=\"report.pdf\" (or filename*=UTF-8''…)."));
        }

        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.UnescapeAsQuotedString(disposition.FileName);
        var clean = Clean(name.HasValue ? name.Value! : string.Empty);
        return clean.Length == 0 ? usual : clean;
    }

    /// <summary>The name of a file of a media type that has no name of its own.</summary>
    public static string Usual(string name, string mediaType) => name + Endings.GetValueOrDefault(mediaType, string.Empty);

    // Characters that turn the writing direction can make a program look like a picture.
    /// <summary>A file's name without folders, control characters and what turns the writing direction; empty where nothing is left.</summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var letter in last.EnumerateRunes())
        {
            if (letter != Rune.ReplacementChar && Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control
                or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                clean.Append(letter.ToString());
            }
        }

        return clean.ToString().Trim(' ', '.');
    }
}
