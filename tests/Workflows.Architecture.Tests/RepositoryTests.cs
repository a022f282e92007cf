namespace Workflows.Architecture.Tests;

public sealed class RepositoryTests
{
    private static readonly string[] s_code = [".cs", ".csproj", ".props", ".targets", ".razor"];

    [Fact]
    public void The_repository_speaks_of_itself_alone() =>
        Offenders.None(Repository.TextFiles.SelectMany(file => Findings.Foreign(file, Repository.Lines(file))));

    [Theory]
    [InlineData("see /wor", "k/main/README.md")]
    [InlineData("cd /tm", "p/h/anywhere")]
    [InlineData("HOME=/roo", "t/.nuget")]
    [InlineData("/hom", "e/someone/file")]
    [InlineData("../share", "d/notes")]
    [InlineData("\"resolve", "d\": \"https://registry.example/x.tgz\"")]
    [InlineData("https://registry.npmj", "s.org/")]
    [InlineData("as the fou", "nder asked")]
    [InlineData("written by a helper agen", "t")]
    [InlineData("as of issu", "e 12")]
    public void The_scan_finds_what_speaks_of_something_else(string start, string end) =>
        Assert.Single(Findings.Foreign("planted.txt", ["A first line.", start + end]));

    [Theory]
    [InlineData("POST /api/reviews/{id}/work/first")]
    [InlineData("the folder is /home/site/wwwroot on the platform")]
    [InlineData("who issues tokens; the iss claim")]
    [InlineData("dotnet/runtime issue 86714")]
    [InlineData("an http-proxy-agent, an agency, a user agent")]
    public void The_scan_lets_pass(string line) => Offenders.None(Findings.Foreign("planted.txt", [line]));

    [Fact]
    public void Every_suppression_gives_its_reason_on_its_line() => Offenders.None(
        Repository.Files.Where(file => s_code.Contains(Path.GetExtension(file)))
            .Where(file => !file.EndsWith("/SuppressionSamples.cs", StringComparison.Ordinal))
            .SelectMany(file => Findings.SilentSuppressions(file, Repository.Lines(file))));

    [Theory]
    [MemberData(nameof(SuppressionSamples.Silent), MemberType = typeof(SuppressionSamples))]
    public void A_suppression_without_a_reason_is_found(string line) =>
        Assert.Single(Findings.SilentSuppressions("planted.cs", [line]));

    [Theory]
    [MemberData(nameof(SuppressionSamples.Explained), MemberType = typeof(SuppressionSamples))]
    public void A_suppression_with_a_reason_passes(string line) =>
        Offenders.None(Findings.SilentSuppressions("planted.cs", [line]));

    [Fact]
    public void Every_lowered_severity_has_a_sentence_above_it() => Offenders.None(
        Repository.Files.Where(file => Path.GetFileName(file) == ".editorconfig")
            .SelectMany(file => Findings.SilentSeverities(file, Repository.Lines(file))));

    [Fact]
    public void A_lowered_severity_without_a_sentence_is_found() => Assert.Single(
        Findings.SilentSeverities(".editorconfig", ["# Said here.", "dotnet_diagnostic.A1.severity = none", "dotnet_diagnostic.A2.severity = none"]));

    [Fact]
    public void Every_project_has_its_lock_file() => Offenders.None(
        from project in Repository.Projects
        where !Repository.Read(project).Contains("<RestorePackagesWithLockFile>false<", StringComparison.Ordinal)
        let beside = Path.GetDirectoryName(project)!.Replace('\\', '/')
        where !Repository.Files.Contains($"{beside}/packages.lock.json")
        select project);
}
