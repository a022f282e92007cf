using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Caching.Memory;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Publishing;

/// <summary>
/// A published document as a page, for people who read with whatever they read with. What is kept in memory is made from bytes that
/// never change; it is thrown away when memory is needed.
/// </summary>
internal sealed class PublishedPages(IDocumentStore documents) : IDisposable
{
    /// <summary>Most bytes of a document that is turned into a page: 30 MB.</summary>
    public const long MostBytes = 30L * 1024 * 1024;

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int MostTextBytes = 5 * 1024 * 1024;
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = 64L * 1024 * 1024 });
    private readonly SemaphoreSlim _making = new(2, 2);

    /// <summary>The document as safe HTML, or null where it cannot be shown as a page: then the document is offered alone.</summary>
    /// <param name="publication">What is public.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<string?> OfAsync(Publication publication, CancellationToken stop)
    {
        if (publication.Bytes > MostBytes || KindOf(publication) is not { } make)
        {
            return null;
        }

        var key = $"{publication.Review}/{publication.Sha256}";
        if (_pages.TryGetValue(key, out string? known))
        {
            return known;
        }

        await _making.WaitAsync(stop);
        try
        {
            if (_pages.TryGetValue(key, out known))
            {
                return known;
            }

            var page = await MakeAsync(publication, make, stop);
            var size = Math.Min(64 + (2L * (page?.Length ?? 0)), 16L * 1024 * 1024);
            return _pages.Set(key, page, new MemoryCacheEntryOptions { Size = size, SlidingExpiration = TimeSpan.FromHours(1) });
        }
        finally
        {
            _making.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pages.Dispose();
        _making.Dispose();
    }

    private static Func<Stream, string>? KindOf(Publication publication) => publication.MediaType.Split(';')[0].Trim() switch
    {
        Word => DocxPage.Make,
        "text/plain" when publication.Bytes <= MostTextBytes => PlainPage.Make,
        _ => null,
    };

    private async Task<string?> MakeAsync(Publication publication, Func<Stream, string> make, CancellationToken stop)
    {
        await using var content = await documents.OpenAsync(publication.Review, publication.Sha256, stop);
        if (content is null)
        {
            return null;
        }

        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, stop);
        if (Convert.ToHexStringLower(SHA256.HashData(whole.GetBuffer().AsSpan(0, (int)whole.Length))) != publication.Sha256)
        {
            return null;
        }

        whole.Position = 0;
        try
        {
            return make(whole);
        }
        catch (Exception unreadable) when (unreadable is OpenXmlPackageException or InvalidDataException or FileFormatException
            or System.Xml.XmlException or ArgumentException or InvalidOperationException or KeyNotFoundException or IOException
            or UriFormatException or NotSupportedException)
        {
            // Whoever handed it in called it so; the document itself is still offered.
            return null;
        }
    }
}
