using System.IO.Compression;
using Workflows.Reviews.Importing;

namespace Workflows.Web.Pages.Importing;

/// <summary>A file as a form carries it from one page to the next: packed, as text. What comes back may be anything.</summary>
internal static class CarriedFile
{
    // What a field of a form may hold is limited to 4 MB by the framework.
    private const int MostCharacters = 3 * 1024 * 1024;

    /// <summary>The text, or null where the file is too large to be carried.</summary>
    public static string? Write(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        var text = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
        return text.Length <= MostCharacters ? text : null;
    }

    /// <summary>The file, or null where the text is none that this wrote.</summary>
    public static byte[]? Read(string? text)
    {
        var packed = new byte[MostCharacters];
        if (text is null || text.Length > MostCharacters || !Convert.TryFromBase64String(text, packed, out var length))
        {
            return null;
        }

        // One byte more than a table may have, so that a larger one is told for what it is and never unpacked whole.
        var bytes = new byte[ImportTable.MaximumBytes + 1];
        return BrotliDecoder.TryDecompress(packed.AsSpan(0, length), bytes, out var written) ? bytes[..written] : null;
    }
}
