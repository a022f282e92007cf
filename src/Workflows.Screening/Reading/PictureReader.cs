using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Workflows.Screening.Reading;

/// <summary>Reads what a picture's file says of itself: place, time, camera, artist, caption. What it shows cannot be read.</summary>
internal static class PictureReader
{
    private static readonly byte[][] s_starts =
    [
        [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4D], [0x49, 0x49, 0x2A, 0x00],
        [0x4D, 0x4D, 0x00, 0x2A], [0xD7, 0xCD, 0xC6, 0x9A], [0x01, 0x00, 0x00, 0x00, 0x6C],
    ];

    // What a camera or program writes without anybody's doing, and what identifies nobody.
    private static readonly string[] s_dull =
    [
        "JPEG", "JFIF", "Huffman", "PNG-IHDR", "PNG-pHYs", "PNG-sRGB", "PNG-gAMA", "PNG-cHRM", "ICC Profile", "File Type", "File", "Interoperability",
        "Exif Thumbnail", "GIF Header", "GIF Control", "GIF Image", "GIF Animation", "BMP Header", "Adobe JPEG", "PNG-PLTE", "PNG-tRNS", "PNG-sBIT", "PNG-bKGD",
        "PNG-tIME",
    ];

    public static bool IsPicture(ReadOnlySpan<byte> start)
    {
        foreach (var magic in s_starts)
        {
            if (start.StartsWith(magic))
            {
                return true;
            }
        }

        return start.Length > 12 && start[..4].SequenceEqual("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8);
    }

    public static void Read(ReadOnlyMemory<byte> bytes, int? page, string where, TextCollector into)
    {
        if (!into.IsNewPicture(bytes.Span, out var hash))
        {
            return;
        }

        into.CannotRead("picture", page, $"A picture ({where}): what it shows, faces and writing included, cannot be read.", hash);
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            directories = ImageMetadataReader.ReadMetadata(stream);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            into.CannotRead("picture", page, $"A picture ({where}): what its file says of itself could not be read.", $"{hash}-metadata");
            return;
        }

        foreach (var directory in directories)
        {
            if (directory is GpsDirectory gps && gps.GetGeoLocation() is not null)
            {
                into.Leaves(RemnantKind.PictureOrigin, "The picture's file says at which place on the map it was taken.", page, where);
            }

            if (directory is ExifSubIfdDirectory taken && taken.ContainsTag(ExifDirectoryBase.TagDateTimeOriginal))
            {
                into.Leaves(RemnantKind.PictureOrigin, $"The picture's file says when it was taken: {taken.GetDescription(ExifDirectoryBase.TagDateTimeOriginal)}.", page, where);
            }

            if (!s_dull.Any(dull => directory.Name.StartsWith(dull, StringComparison.Ordinal)) || directory.Name is "JpegComment" or "JPEG Comment")
            {
                ReadTags(directory, page, where, into);
            }
        }
    }

    private static void ReadTags(MetadataExtractor.Directory directory, int? page, string where, TextCollector into)
    {
        if (directory is MetadataExtractor.Formats.Xmp.XmpDirectory xmp)
        {
            foreach (var (name, value) in xmp.GetXmpProperties())
            {
                into.Add(value ?? "", DocumentPart.PictureMetadata, page, $"{where}, {Short(name)}");
            }
        }

        foreach (var tag in directory.Tags)
        {
            var value = Text(directory, tag);
            if (value is null)
            {
                continue;
            }

            into.Add(value, DocumentPart.PictureMetadata, page, $"{where}, {Short(tag.Name)}");
            if (tag.Name is "Artist" or "Owner Name" or "Camera Owner Name" or "By-line" or "Windows XP Author" or "Copyright" && value.Trim().Length > 0)
            {
                into.Leaves(RemnantKind.PictureOrigin, $"The picture's file names who made or owns it: {value.Trim()}", page, $"{where}, {tag.Name}");
            }
        }
    }

    // Text only: numbers of a camera's settings would read as dates and telephone numbers.
    private static string? Text(MetadataExtractor.Directory directory, Tag tag) =>
        tag.Name.Contains("Date", StringComparison.Ordinal) || tag.Name.Contains("Time", StringComparison.Ordinal) ? null
        : directory.GetObject(tag.Type) switch
        {
            string or StringValue or StringValue[] or string[] => tag.Description,
            byte[] when tag.Name.StartsWith("Windows XP", StringComparison.Ordinal) || tag.Name == "User Comment" => tag.Description,
            System.Collections.IEnumerable when directory.Name.StartsWith("PNG-", StringComparison.Ordinal) => tag.Description,
            _ => null,
        };

    private static string Short(string name) => name.Length > 60 ? name[..60] : name;
}
