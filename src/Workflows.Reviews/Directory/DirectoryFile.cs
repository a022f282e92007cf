using System.Security.Cryptography;
using System.Text;

namespace Workflows.Reviews.Directory;

/// <summary>A directory file, read when its bytes are others than last time. Not safe to share between threads.</summary>
internal sealed class DirectoryFile(string path)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private byte[]? _hash;

    /// <summary>What the file says now, or null where that has not changed. A file that cannot be read is a problem of its own.</summary>
    public DirectoryReading? ReadIfChanged()
    {
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[DirectoryReader.MaximumBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

            // The bytes are compared, not the file's time: a file put in place by a link or restored keeps an old time.
            var hash = SHA256.HashData(bytes.AsSpan(0, length));
            if (_hash is not null && hash.AsSpan().SequenceEqual(_hash))
            {
                return null;
            }

            _hash = hash;
            return DirectoryReader.Read(Strict.GetString(bytes, 0, length), path);
        }
        catch (DecoderFallbackException)
        {
            return Problem("The file is not UTF-8.", "Save it as UTF-8.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _hash = null;
            return Problem("The file cannot be read.", error is FileNotFoundException or DirectoryNotFoundException
                ? "Put it there, or set the path to where it is." : "Let the service read it.");
        }
    }

    private DirectoryReading Problem(string what, string remedy) =>
        new([new DirectoryProblem(path, 1, what, remedy)]);
}
