using System.Text.RegularExpressions;

namespace Workflows.Architecture.Tests;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_between_documents_leads_somewhere() => Offenders.None(
        from file in Repository.Files
        where file.EndsWith(".md", StringComparison.Ordinal)
        from target in Targets(Repository.Read(file))
        let path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, target))
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{file} → {target}");

    [Fact]
    public void Links_are_found_as_they_are_written() => Assert.Equal(
        ["docs/a.md", "b.png", "c.md"],
        Targets("See [a](docs/a.md#part), ![picture](b.png), [c](c.md) and [not](https://example.org/x) or [here](#part)."));

    /// <summary>Every decision record and document can be reached from the index.</summary>
    [Fact]
    public void Every_document_is_linked_from_the_index()
    {
        var linked = Targets(Repository.Read("docs/README.md")).ToHashSet();
        var documents = Repository.Files
            .Where(file => file.StartsWith("docs/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => file["docs/".Length..]);
        Offenders.None(documents.Where(file => file != "README.md" && !linked.Contains(file)));
    }

    private static IEnumerable<string> Targets(string markdown) => Link().Matches(markdown)
        .Select(match => match.Groups["target"].Value)
        .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(#[^)\s]*)?\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Link();
}
