using System.Text;

namespace Workflows.Reviews.Importing;

/// <summary>Makes text of the bytes of a file; what is no UTF-8 is told with its line.</summary>
internal static class ImportFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without a byte order mark, or the problem.</summary>
    public static (string Text, ImportProblem? Problem) TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ImportTable.MaximumBytes)
        {
            return (string.Empty, new ImportProblem(
                1, Column: null, $"The file is larger than {ImportTable.MaximumBytes / (1024 * 1024)} MB.", "Bring it in in several files."));
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (string.Empty, new ImportProblem(1, Column: null, "The file is UTF-16.", "Save it as 'CSV UTF-8'."));
        }

        try
        {
            return (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException broken)
        {
            var line = 1 + bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n');
            return (string.Empty, new ImportProblem(line, Column: null, "The file is not UTF-8 here.", "Save it as 'CSV UTF-8'."));
        }
    }
}
