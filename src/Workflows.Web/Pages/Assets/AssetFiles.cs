using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Web.Pages.Assets;

/// <summary>Styles and scripts, embedded when the program is built. The address of each holds the hash of its content.</summary>
internal sealed class AssetFiles
{
    private const string GovukName = "govuk-frontend.js";
    private readonly Dictionary<string, Asset> _byName = [];

    public AssetFiles()
    {
        var styles = Add("app.css", "text/css; charset=utf-8", Read("app.css"));
        var govuk = Add(GovukName, "text/javascript; charset=utf-8", Read(GovukName));

        // A script imports another by its address, hash and all.
        var script = Encoding.UTF8.GetString(Read("app.js")).Replace($"./{GovukName}", $"./{govuk.Name}", StringComparison.Ordinal);
        var app = Add("app.js", "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(script));
        (Styles, Script) = ($"/assets/{styles.Name}", $"/assets/{app.Name}");
    }

    /// <summary>Address of the styles.</summary>
    public string Styles { get; }

    /// <summary>Address of the script, a module.</summary>
    public string Script { get; }

    /// <summary>A file by the last part of its address, or null.</summary>
    public Asset? Find(string name) => _byName.GetValueOrDefault(name);

    private Asset Add(string name, string type, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        var named = $"{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}";
        return _byName[named] = new Asset(named, type, content, Compress(content));
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"The program was built without its page file '{name}'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }
}

/// <summary>A style sheet or script.</summary>
/// <param name="Name">Last part of its address.</param>
/// <param name="Type">Media type.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Compressed">The same, compressed with gzip.</param>
internal sealed record Asset(string Name, string Type, byte[] Content, byte[] Compressed);
