using System.Security.Cryptography;
using System.Text;

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
            throw new IOException($"The key file '{path}' is missing. Put it back from where you keep its copy.");
        }

        try
        {
            if (new FileInfo(path).Length <= MostBytes && Convert.FromBase64String(File.ReadAllText(path)) is { Length: >= Bytes } key)
            {
                return key;
            }
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw new IOException($"The key file '{path}' holds no key: one line of base64, of at least {Bytes} bytes.");
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
