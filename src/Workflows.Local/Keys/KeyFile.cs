using System.Security.Cryptography;
using System.Text;
using Workflows.Reviews.Journal;

namespace Workflows.Local.Keys;

/// <summary>A secret of this installation in a file of its own, base64 on one line, which its owner alone may read.</summary>
internal static class KeyFile
{
    /// <summary>Name of the file, in the data folder, of the key that chains journals.</summary>
    public const string Audit = "audit.key";

    /// <summary>Name of the file, in the data folder, of the key that signs demonstration tokens.</summary>
    public const string Token = "token.key";

    private const int Bytes = 32;
    private const int MostBytes = 4096;

    /// <summary>Reads a key.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It is missing, or no key of at least 32 bytes.</exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
        {
            throw Missing(path);
        }

        return new FileInfo(path).Length <= MostBytes && KeyOf(File.ReadAllText(path)) is { } key
            ? key : throw new IOException($"The key file '{path}' holds no key: one line of base64, of at least {Bytes} bytes.");
    }

    private static IOException Missing(string path) => new($"The key file '{path}' is missing. Put it back from where you keep its copy.");

    private static byte[]? KeyOf(string text)
    {
        try
        {
            return Convert.FromBase64String(text) is { Length: >= Bytes } key ? key : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads the keys that chain journals: the first line's is in use, those below it were before and still verify.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It is missing, or a line is no key of at least 32 bytes.</exception>
    public static AuditKey ReadAudit(string path)
    {
        if (!File.Exists(path))
        {
            throw Missing(path);
        }

        var keys = new FileInfo(path).Length <= MostBytes
            ? File.ReadAllLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(KeyOf).ToArray() : [];
        return keys.Length > 0 && keys.All(key => key is not null)
            ? new AuditKey(keys[0], keys[1..]!)
            : throw new IOException($"The key file '{path}' holds no keys: lines of base64, of at least {Bytes} bytes each, the one in use first.");
    }

    /// <summary>Reads a key, or makes one where there is no file yet; it is on the disk when the answer comes.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">What is there is no key, or it cannot be written.</exception>
    public static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        return Read(path);
    }

    // Under another name first: a crash must not leave half a key.
    private static void Make(string path)
    {
        var unfinished = path + ".unfinished";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
    }
}
