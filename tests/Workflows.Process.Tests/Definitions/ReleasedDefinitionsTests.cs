using System.Text.Json;
using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

/// <summary>The definitions that ship: each can be used, and a released one is never edited.</summary>
public sealed class ReleasedDefinitionsTests
{
    private static readonly Dictionary<string, string> Released =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Samples.TextOf("released.json"))!;

    public static TheoryData<string> Keys => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_shipped_definition_has_no_problem(string key) =>
        Assert.Equal(key, Samples.Read(Samples.Shipped(key)).Key);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_released_definition_is_never_edited(string key)
    {
        var hash = DefinitionReader.HashOf(Samples.Shipped(key));
        Assert.True(
            Released.GetValueOrDefault(key) == hash,
            $"""
            {key}.yaml does not have the hash that released.json holds for it.
            Reviews that were opened under a released version keep it until they close, so its file is never edited. Undo
            the change, then release a new version: copy the file to the next version's name, change 'version' and
            'effective' in it, end the old one's dates only if it has never been released, and add to released.json:
              "{key}": "{hash}"   (with the new version's key; this line as it stands only where {key} has never been released)
            """);
    }

    [Fact]
    public void Every_released_definition_still_ships() =>
        Assert.Empty(Released.Keys.Except(ProcessCatalogue.Shipped.Keys));

    [Fact]
    public void No_two_versions_of_a_process_apply_on_the_same_date()
    {
        var files = ProcessCatalogue.Shipped.Keys.Select(key => (key + ".yaml", Samples.Shipped(key))).ToList();
        var check = DefinitionCheck.Of(files);
        Assert.True(check.ExitCode == 0, string.Join('\n', check.Lines));
    }

    [Fact]
    public void The_catalogue_keeps_the_hash_of_the_file()
    {
        foreach (var definition in ProcessCatalogue.Shipped.All)
            Assert.Equal(DefinitionReader.HashOf(Samples.Shipped(definition.Key)), definition.Hash);
    }
}
