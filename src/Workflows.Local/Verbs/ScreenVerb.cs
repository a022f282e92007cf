using System.CommandLine;
using Workflows.Screening;
using Workflows.Screening.Reading;

namespace Workflows.Local.Verbs;

/// <summary>Looks for identifying details in a document, as the gate before publication does; nothing is kept.</summary>
internal static class ScreenVerb
{
    private const int MostBytes = 100 * 1024 * 1024;
    private const int MostListBytes = 1024 * 1024;

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var document = new Argument<FileInfo>("file") { Description = "The document: .docx, .pdf or plain text." };
        var list = new Option<FileInfo?>("--list") { Description = "The case's list, one entry a line: KIND | DETAIL | VARIANT | …; kinds are person, place, school, practice, number, date, other." };
        var verb = new Command("screen", "Looks for identifying details in a document.") { document, list };
        verb.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(document);
            var entries = parsed.GetValue(list) is { } listFile ? Entries(TextFile.Read(listFile, MostListBytes)) : [];
            return Screen(file, entries, parsed.InvocationConfiguration.Output);
        });
        return verb;
    }

    private static int Screen(FileInfo file, IReadOnlyList<ListEntry> list, TextWriter output)
    {
        if (!file.Exists || file.Length > MostBytes)
        {
            throw new VerbException(ExitCode.Failed, file.Exists ? $"{file.Name} is larger than {MostBytes / (1024 * 1024)} MB." : $"There is no file {file.Name}.");
        }

        var text = DocumentReader.Read(File.ReadAllBytes(file.FullName), file.Name, CancellationToken.None);
        var findings = new Screen(list).Find(text, CancellationToken.None);
        foreach (var finding in findings)
        {
            var place = finding.Places[0];
            var more = finding.Occurrences > 1 ? $" and {finding.Occurrences - 1} more" : "";
            output.WriteLine($"{(place.Page is { } page ? $"page {page}, " : "")}{place.Where}{more}: {finding.Kind}, {finding.How}: {finding.Matched.ReplaceLineEndings(" ")}");
        }

        foreach (var unread in text.Unread)
        {
            output.WriteLine($"cannot be read: {unread.Statement}");
        }

        output.WriteLine($"{file.Name}: {text.Format}{(text.Pages is { } pages ? $", {pages} pages" : "")}; {findings.Count} findings, {text.Unread.Count} parts that cannot be read.");
        return findings.Count + text.Unread.Count == 0 ? ExitCode.Done : ExitCode.Found;
    }

    private static List<ListEntry> Entries(string text)
    {
        var entries = new List<ListEntry>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Trim() is not { Length: > 0 } entry || entry[0] == '#')
            {
                continue;
            }

            var parts = entry.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !Enum.TryParse<ListKind>(parts[0], ignoreCase: true, out var kind))
            {
                throw new VerbException(ExitCode.Usage, $"Line {index + 1} of the list is no entry. Write KIND | DETAIL, with a kind of person, place, school, practice, number, date or other.");
            }

            entries.Add(new ListEntry(kind, parts[1], parts[2..]));
        }

        return entries;
    }
}
