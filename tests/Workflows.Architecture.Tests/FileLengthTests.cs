namespace Workflows.Architecture.Tests;

/// <summary>A file holds one idea, and is short enough to be read at one go.</summary>
public sealed class FileLengthTests
{
    private const int Limit = 180;

    /// <summary>Files that may be longer, each with why.</summary>
    private static readonly Dictionary<string, string> s_longer = new()
    {
        ["src/Workflows.Web/Api/Reviews/ReviewBody.cs"] = "the whole answer of one route, with what every field means",
        ["src/Workflows.Process/Decisions/Settle.cs"] = "one rule after another of one pass; apart, their order would be lost",
        ["src/Workflows.Graph/Sending/GraphMailSender.cs"] = "one call and every way in which its answer can be doubtful",
        ["src/Workflows.Cloud/Settings/SettingValues.cs"] = "one reader for every kind of setting, each with its own sentence",
        ["tests/Workflows.AzureStorage.Tests/MendingTests.cs"] = "every way in which an index can lag behind its journals",
        ["tests/Workflows.Contracts/ReviewJournalContract.cs"] = "the whole contract of one port",
        ["src/Workflows.Screening/Reading/Office/WordPartReader.cs"] = "every element that holds text, in one pass over a part",
        ["tests/Workflows.Screening.Corpus/PdfWriter.cs"] = "every way in which programs write a PDF",
    };

    [Fact]
    public void Source_files_have_at_most_180_lines_or_a_reason() => Offenders.None(
        Sources().Where(file => !s_longer.ContainsKey(file.Name) && file.Lines > Limit).Select(file => $"{file.Name}: {file.Lines}"));

    [Fact]
    public void No_reason_outlives_its_file()
    {
        var longer = Sources().Where(file => file.Lines > Limit).Select(file => file.Name).ToHashSet();
        Offenders.None(s_longer.Keys.Where(name => !longer.Contains(name)));
    }

    private static IEnumerable<(string Name, int Lines)> Sources() => Repository.Files
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js")
        .Select(file => (file, Repository.Lines(file).Length));
}
