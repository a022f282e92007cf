using System.Security.Cryptography;
using System.Text;

namespace Workflows.Verifier;

/// <summary>Seals and lines, as the export's README.txt has them.</summary>
internal static class Seal
{
    /// <summary>The seal that a line must bear.</summary>
    public static string Of(byte[] key, string before, byte[] line)
    {
        var end = line.AsSpan().LastIndexOf(",\"seal\""u8);
        byte[] text = [.. Encoding.ASCII.GetBytes(before), .. line.AsSpan(0, Math.Max(end, 0))];
        return Convert.ToBase64String(HMACSHA256.HashData(key, text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The lines of a file, without their line feeds.</summary>
    public static IEnumerable<byte[]> Split(this byte[] file)
    {
        for (int from = 0, end; (end = Array.IndexOf(file, (byte)'\n', from)) >= 0; from = end + 1)
        {
            yield return file[from..end];
        }
    }
}
