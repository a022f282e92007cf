using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

public sealed class ProcessCatalogueTests
{
    private static readonly ProcessCatalogue Three = ProcessCatalogue.Of(
    [
        ("small@2026.10", () => Dated("2026.10", "from: 2026-06-01")),
        ("small@2026.9", () => Dated("2026.9", "from: 2026-03-01, to: 2026-05-31")),
        ("small@2025.1", () => Dated("2025.1", "from: 2025-01-01, to: 2025-12-31")),
    ]);

    [Fact]
    public void Versions_are_ordered_by_number_and_a_bare_name_is_the_latest()
    {
        Assert.Equal(["small@2025.1", "small@2026.9", "small@2026.10"], Three.Keys);
        Assert.Equal("small@2026.10", Three.Find("small")!.Key);
        Assert.Equal("small@2026.9", Three.Find("small@2026.9")!.Key);
        Assert.Equal(Three.Keys, Three.All.Select(definition => definition.Key));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("small@2024.1")]
    [InlineData("small@")]
    [InlineData("small@2026.9@x")]
    [InlineData("")]
    public void What_is_not_there_is_not_found(string key) => Assert.Null(Three.Find(key));

    [Theory]
    [InlineData("2025-01-01", "small@2025.1")]
    [InlineData("2025-12-31", "small@2025.1")]
    [InlineData("2026-03-01", "small@2026.9")]
    [InlineData("2026-05-31", "small@2026.9")]
    [InlineData("2026-06-01", "small@2026.10")]
    [InlineData("2099-01-01", "small@2026.10")]
    public void The_version_in_force_on_its_date_is_chosen_both_days_included(string date, string key)
    {
        var choice = Three.Choose("small", Heard(date));
        Assert.Equal(key, choice.Definition?.Key);
        Assert.Equal("", choice.Refusal);
    }

    [Fact]
    public void A_date_without_a_version_is_refused_with_the_versions_and_their_dates()
    {
        var choice = Three.Choose("small", Heard("2026-01-15"));
        Assert.False(choice.IsMade);
        Assert.Equal(
            "No version of small applies where heardOn is 2026-01-15. There are: small@2025.1, heardOn from 2025-01-01 to 2025-12-31; "
            + "small@2026.9, heardOn from 2026-03-01 to 2026-05-31; small@2026.10, heardOn from 2026-06-01.",
            choice.Refusal);
        Assert.Equal(Three.Keys, choice.Alternatives.Select(alternative => alternative.Key));
    }

    [Fact]
    public void A_version_asked_for_by_name_must_be_in_force()
    {
        Assert.Equal("small@2026.9", Three.Choose("small@2026.9", Heard("2026-04-01")).Definition?.Key);
        Assert.StartsWith("small@2026.9 does not apply where heardOn is 2026-07-01. There are:", Three.Choose("small@2026.9", Heard("2026-07-01")).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("")]
    public void Without_the_date_that_decides_nothing_is_chosen(string? date)
    {
        var facts = date is null ? [] : Heard(date);
        Assert.StartsWith("Which version of small applies is judged by heardOn, which is not given.", Three.Choose("small", facts).Refusal);
    }

    [Fact]
    public void An_unknown_process_is_refused()
    {
        var choice = Three.Choose("other", Heard("2026-07-01"));
        Assert.Equal("There is no process 'other'.", choice.Refusal);
        Assert.Empty(choice.Alternatives);
    }

    [Fact]
    public void A_definition_is_read_once_and_only_when_it_is_asked_for()
    {
        var read = new List<string>();
        var catalogue = ProcessCatalogue.Of(
        [
            ("small@1", () => Noted("1")),
            ("small@2", () => Noted("2")),
        ]);

        Assert.Equal(2, catalogue.Keys.Count);
        Assert.Empty(read);
        Assert.Same(catalogue.Find("small"), catalogue.Find("small@2"));
        Assert.Equal(["2"], read);

        string Noted(string version)
        {
            read.Add(version);
            return Dated(version, "from: 2026-01-01");
        }
    }

    [Fact]
    public void A_definition_with_problems_is_not_served()
    {
        var catalogue = ProcessCatalogue.Of([("small@1", () => Samples.Small.Replace("go: second", "go: third"))]);
        var error = Assert.Throws<InvalidOperationException>(() => catalogue.Find("small"));
        Assert.Contains("small@1.yaml:", error.Message);
        Assert.Contains("'third'", error.Message);
    }

    [Fact]
    public void A_definition_must_be_the_one_that_its_file_is_named_after()
    {
        var catalogue = ProcessCatalogue.Of([("large@1", () => Samples.Small)]);
        Assert.Contains("holds small@2026.1", Assert.Throws<InvalidOperationException>(() => catalogue.Find("large")).Message);
        Assert.Throws<FormatException>(() => ProcessCatalogue.Of([("large", () => "")]));
    }

    private static Dictionary<string, string> Heard(string date) => new() { ["heardOn"] = date };

    private static string Dated(string version, string dates) => Samples.Small
        .Replace("version: \"2026.1\"", $"version: \"{version}\"")
        .Replace("from: 2026-01-01", dates);
}
