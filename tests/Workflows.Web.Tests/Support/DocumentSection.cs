using System.Runtime.CompilerServices;

namespace Workflows.Web.Tests.Support;

/// <summary>
/// A part of a document that a test holds true: it stands between two marks. With <c>WORKFLOWS_WRITE_DOCS=1</c> in the environment the
/// test writes it; otherwise it compares.
/// </summary>
internal static class DocumentSection
{
    // Sections of one document are written by several tests, which may run at once.
    private static readonly Lock Turn = new();

    private const int MostCells = 40;

    public static void Holds(string document, string section, string text)
    {
        var file = FileOf(document);
        var (begin, end) = ($"<!-- begin {section} -->\n", $"<!-- end {section} -->");
        lock (Turn)
        {
            var whole = File.ReadAllText(file).ReplaceLineEndings("\n");
            var (from, to) = (whole.IndexOf(begin, StringComparison.Ordinal), whole.IndexOf(end, StringComparison.Ordinal));
            Assert.True(from >= 0 && to > from, $"docs/{document} has no part '{section}'.");
            from += begin.Length;
            var wanted = text.ReplaceLineEndings("\n").Trim('\n') + "\n";
            if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_DOCS") == "1")
            {
                File.WriteAllText(file, whole[..from] + wanted + whole[to..]);
                return;
            }

            var held = whole[from..to];
            Assert.True(held == wanted, $"docs/{document}, part '{section}', is no longer so: run with WORKFLOWS_WRITE_DOCS=1 and look at what changed.\n{Difference(held, wanted)}");
        }
    }

    /// <summary>The part as it stands in the document.</summary>
    public static string Read(string document, string section)
    {
        var whole = File.ReadAllText(FileOf(document)).ReplaceLineEndings("\n");
        var (begin, end) = ($"<!-- begin {section} -->\n", $"<!-- end {section} -->");
        var from = whole.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return whole[from..whole.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string FileOf(string document) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", document));

    private static string Difference(string held, string wanted)
    {
        if (DocumentCells.Disagreeing(held, wanted) is { Count: > 0 } cells)
        {
            return string.Join('\n', cells.Take(MostCells));
        }

        var (before, after) = (held.Split('\n'), wanted.Split('\n'));
        return string.Join('\n', before.Except(after).Take(5).Select(line => $"document: {line}")
            .Concat(after.Except(before).Take(5).Select(line => $"happens:  {line}")));
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
