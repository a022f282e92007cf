using System.Buffers;
using System.IO.Pipelines;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Documents;

/// <summary>
/// Looks at how an upload begins, whatever its name and media type say: a program is no document, and is refused before any byte is kept.
/// What cannot be told is taken, and is given back as a download only, never opened in the browser.
/// </summary>
internal static class UploadContent
{
    /// <summary>Why a program is refused: the answer's rule is <c>document-is-no-program</c>.</summary>
    public static Problem NoDocument { get; } = Problem.Invalid(
        new Dictionary<string, string> { ["body"] = "This is a program, not a document. Hand in a PDF, a Word file or plain text." },
        "document-is-no-program");

    /// <summary>Why a file in which the malware scanner found something is refused: the answer's rule is <c>document-is-clean</c>.</summary>
    public static Problem NotClean { get; } = Problem.Invalid(
        new Dictionary<string, string>
        {
            ["body"] = "The malware scanner found something in this file, so it was not taken. It is kept apart, where nobody can open it. Tell your administrator, and hand in a clean copy.",
        },
        "document-is-clean");

    private const int Needed = 8;

    // How programs of the usual systems begin: Windows; Linux; scripts; Java and macOS; macOS, both ways round.
    private static readonly byte[][] Programs =
    [
        "MZ"u8.ToArray(), [0x7F, (byte)'E', (byte)'L', (byte)'F'], "#!"u8.ToArray(), [0xCA, 0xFE, 0xBA, 0xBE],
        [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
    ];

    /// <summary>The same content from its beginning, once its beginning has been looked at; null where it is a program.</summary>
    public static async Task<Stream?> DocumentAsync(Stream content, CancellationToken stop)
    {
        var pipe = PipeReader.Create(content, new StreamPipeReaderOptions(leaveOpen: true));
        var beginning = await pipe.ReadAtLeastAsync(Needed, stop);
        var first = new byte[Math.Min(Needed, beginning.Buffer.Length)];
        beginning.Buffer.Slice(0, first.Length).CopyTo(first);
        pipe.AdvanceTo(beginning.Buffer.Start, beginning.Buffer.Start);
        return IsProgram(first) ? null : pipe.AsStream();
    }

    private static bool IsProgram(ReadOnlySpan<byte> first)
    {
        foreach (var beginning in Programs)
        {
            if (first.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }
}
