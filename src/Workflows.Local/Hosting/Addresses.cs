using System.Net;

namespace Workflows.Local.Hosting;

/// <summary>Addresses to listen on, as they were given: one or several, separated by semicolons.</summary>
internal sealed class Addresses
{
    private Addresses(IReadOnlyList<Uri> all) => All = all;

    /// <summary>The addresses.</summary>
    public IReadOnlyList<Uri> All { get; }

    /// <summary>Whether only programs on this machine can reach them.</summary>
    public bool AreLoopback => All.All(IsLoopback);

    /// <summary>Reads addresses.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The addresses, or null where one of them is none.</returns>
    public static Addresses? Parse(string text)
    {
        var all = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Read).OfType<Uri>().ToArray();
        return all.Length > 0 && all.Length == text.Split(';', StringSplitOptions.RemoveEmptyEntries).Length
            ? new Addresses(all)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(';', All.Select(each => each.GetLeftPart(UriPartial.Authority)));

    // The server takes a star or a plus for every address of the machine.
    private static Uri? Read(string text) =>
        Uri.TryCreate(
            text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal),
            UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } ? uri : null;

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
