using System.Text;

namespace Workflows.Architecture.Tests;

/// <summary>Every package that goes into the product is listed with its licence, and every licence is one that may be used.</summary>
public sealed class LicenceTests
{
    private const string Document = "docs/assurance/licences.md";

    [Fact]
    public void The_list_of_licences_holds_every_package_of_the_lock_files_and_says_what_the_package_says()
    {
        var held = Rows(File.Exists(Path.Combine(Repository.Root, Document)) ? Repository.Read(Document) : string.Empty);
        var wanted = Licences.Packages.Select(package =>
        {
            // One that this machine's feed does not serve keeps what was read where it does.
            var (licence, how) = Licences.Of(package.Name, package.Version)
                ?? held.GetValueOrDefault((package.Name, package.Version), ("unknown", "nobody has read it yet"));
            return (package.Name, package.Version, Licence: licence, How: how);
        }).ToArray();
        if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Document), Write(wanted));
            held = Rows(Repository.Read(Document));
        }

        Offenders.None(wanted.Where(row => !held.TryGetValue((row.Name, row.Version), out var said) || said.Licence != row.Licence)
            .Select(row => $"{row.Name} {row.Version}: {row.Licence}. Run with WORKFLOWS_WRITE_DOCS=1, and look at what changed.")
            .Concat(held.Keys.Except(Licences.Packages).Select(gone => $"{gone.Name} {gone.Version} is listed, but is in no lock file.")));
        Offenders.None(wanted.Where(row => !Licences.IsAllowed(row.Licence))
            .Select(row => $"{row.Name} {row.Version} is under '{row.Licence}', which nobody has allowed."));
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("GPL-3.0-only OR MIT", true)]
    [InlineData("unknown", false)]
    [InlineData("", false)]
    public void A_licence_that_nobody_allowed_is_found(string licence, bool isAllowed) => Assert.Equal(isAllowed, Licences.IsAllowed(licence));

    private static string Write((string Name, string Version, string Licence, string How)[] rows)
    {
        var text = new StringBuilder(
            $"""
            # Licences of what the program is made of

            Every package in the lock files of `src/`, direct and indirect, with the licence that it is used under. A test compares this list with the lock
            files and with what the packages say of themselves, and fails for one that is missing, unknown or under another licence than {string.Join(", ", Licences.Allowed)}.
            `WORKFLOWS_WRITE_DOCS=1 dotnet test tests/Workflows.Architecture.Tests --filter Licence` writes it again. Analyzers are listed too, though they are in no host. The pages' styles are made of
            `govuk-frontend` (MIT), which is built into the program.

            `.ci/sbom [FOLDER]` writes a bill of materials of each host (CycloneDX 1.6, JSON, into `artifacts/sbom` unless named): every package that goes into it, with version, SHA-512 and licence, what
            depends on what, and the pages' styles. It needs no network but the package feed. The packages come from the host's own restored assets; licences that a package does not say in the usual words come from
            this list. It fails where a part has no licence or no hash, or is depended on and not listed. What the .NET runtime and ASP.NET Core bring is not in it: they are installed beside the program. Analyzers are left out.

            | package | version | licence | known from |
            |---|---|---|---|

            """);
        foreach (var (name, version, licence, how) in rows)
        {
            text.Append($"| {name} | {version} | {licence} | {how} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static Dictionary<(string Name, string Version), (string Licence, string How)> Rows(string markdown) => markdown.Split('\n')
        .Select(line => line.Split(" | ")).Where(cells => cells.Length == 4 && !cells[0].Contains("package", StringComparison.Ordinal))
        .ToDictionary(cells => (cells[0].TrimStart('|', ' '), cells[1]), cells => (cells[2], cells[3].TrimEnd('|', ' ')));
}
