using System.Diagnostics.CodeAnalysis;
using System.Text;
using Workflows.Process.Definitions.Reading;
using Workflows.Reviews.Directory.Reading;

namespace Workflows.Reviews.Directory;

/// <summary>
/// Reads a directory file (docs/directory.md describes it). A file is used only when nothing at all is wrong with it;
/// otherwise every problem is named with its line and what to do. Pure, and safe for text from anywhere.
/// </summary>
internal static class DirectoryReader
{
    /// <summary>Longest text that is read, in bytes of UTF-8: 1 MB.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>Most partnerships of one file.</summary>
    public const int MaximumPartnerships = 2_000;

    /// <summary>Most people of one file, national ones and those of all partnerships together.</summary>
    public const int MaximumPeople = 20_000;

    /// <summary>Reads a directory.</summary>
    /// <param name="text">The file's text, YAML.</param>
    /// <param name="fileName">The file's name, for messages only.</param>
    /// <returns>The directory, or every problem of the file.</returns>
    public static DirectoryReading Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var problems = new ProblemLog(fileName);
        var snapshot = Read(text, problems);
        return problems.IsEmpty
            ? new DirectoryReading(snapshot!)
            : new DirectoryReading(
                [.. problems.InOrder().Select(each => new DirectoryProblem(each.File, each.Line, each.What, each.Remedy))]);
    }

    private static DirectorySnapshot? Read(string text, ProblemLog problems)
    {
        if (text.Length > MaximumBytes || Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            problems.Add(
                new Place(1, 1), $"The file is larger than {MaximumBytes} bytes.",
                "Take out people and partnerships that are no longer needed.");
            return null;
        }

        if (YamlTree.Load(text.TrimStart('\uFEFF'), problems, "Begin with 'bodies:'.") is not { } root
            || Section.Open(root, "directory", ["bodies", "people", "partnerships", "reviewers", "methods"], problems) is not { } section)
        {
            return null;
        }

        section.Required("partnerships");
        var identifiers = new Identifiers(problems);
        var people = new PersonReader(problems, identifiers);
        var bodies = BodyReader.ReadAll(section, problems, identifiers);
        var national = people.ReadAll(section, partnership: null);
        var partnerships = new PartnershipReader(problems, people).ReadAll(section);
        if (people.Count > MaximumPeople)
        {
            problems.Add(
                root.Place, $"There are more than {MaximumPeople} people.",
                "Take out those who no longer work with reviews.");
        }

        identifiers.Check(bodies, [.. partnerships.Select(partnership => partnership.Id)]);
        var users = national.Concat(partnerships.SelectMany(partnership => partnership.People)).Select(person => person.User).ToHashSet();
        var reviewers = ReviewerReader.ReadAll(section, problems, users, [.. partnerships.Select(partnership => partnership.Id)]);
        var methods = ReviewerReader.ReadMethods(section, problems);
        return problems.IsEmpty ? new DirectorySnapshot(bodies, national, partnerships, reviewers, methods) : null;
    }
}

/// <summary>What came of reading a directory file: the directory, or everything that is wrong with it.</summary>
internal sealed class DirectoryReading
{
    internal DirectoryReading(DirectorySnapshot snapshot) => Snapshot = snapshot;

    internal DirectoryReading(IReadOnlyList<DirectoryProblem> problems) => Problems = problems;

    /// <summary>The directory, when the file can be used; null otherwise.</summary>
    public DirectorySnapshot? Snapshot { get; }

    /// <summary>Every problem found, in the order of the file, at most 200; empty when the file can be used.</summary>
    public IReadOnlyList<DirectoryProblem> Problems { get; } = [];

    /// <summary>Whether the file can be used.</summary>
    [MemberNotNullWhen(true, nameof(Snapshot))]
    public bool IsUsable => Snapshot is not null;
}
