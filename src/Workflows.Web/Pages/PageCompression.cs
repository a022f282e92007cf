using Microsoft.AspNetCore.ResponseCompression;

namespace Workflows.Web.Pages;

/// <summary>
/// Compresses pages on their way. The tokens in their forms are encrypted anew for each page, and cookies do not go with what another
/// site asks for, so that the length of an answer tells nobody anything.
/// </summary>
internal static class PageCompression
{
    private static readonly string[] Types = ["text/html", "text/csv", "application/atom+xml"];

    public static void Set(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = Types;
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
    }
}
