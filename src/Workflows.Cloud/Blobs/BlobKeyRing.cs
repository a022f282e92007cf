using System.Xml.Linq;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Workflows.Cloud.Blobs;

/// <summary>
/// The keys of cookies and anti-forgery forms, one blob each, so that every instance of the host can read what another gave out.
/// The bytes are wrapped before they come here.
/// </summary>
/// <param name="container">Where.</param>
internal sealed class BlobKeyRing(HostContainer container) : IXmlRepository
{
    private const string Folder = "keys/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var client = container.Ready();
        var names = client.GetBlobs(BlobTraits.None, BlobStates.None, Folder, CancellationToken.None).Select(blob => blob.Name);
        return [.. names.Select(name => XElement.Parse(client.GetBlobClient(name).DownloadContent().Value.Content.ToString()))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var name = $"{Folder}{friendlyName}-{Guid.NewGuid():n}.xml";
        container.Ready().GetBlobClient(name).Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)));
    }
}
