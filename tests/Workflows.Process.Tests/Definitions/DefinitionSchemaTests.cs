using System.Text.Json.Nodes;
using NJsonSchema;
using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Tests.Definitions;

public sealed class DefinitionSchemaTests
{
    public static TheoryData<string, IReadOnlyList<string>> Sections => new()
    {
        { "effective", DefinitionKeys.Effective },
        { "withdrawal", DefinitionKeys.Withdrawal },
        { "setting", DefinitionKeys.Setting },
        { "settingOption", DefinitionKeys.SettingOption },
        { "fact", DefinitionKeys.Fact },
        { "stage", DefinitionKeys.Stage },
        { "rung", DefinitionKeys.Rung },
        { "moment", DefinitionKeys.Moment },
        { "predecessor", DefinitionKeys.Predecessor },
        { "repeat", DefinitionKeys.Repeat },
        { "publishes", DefinitionKeys.Publishes },
        { "rejected", DefinitionKeys.Rejected },
        { "outcome", DefinitionKeys.Outcome },
        { "start", DefinitionKeys.Start },
        { "linkedEnding", DefinitionKeys.LinkedEnding },
        { "due", DefinitionKeys.Due },
        { "deadline", DefinitionKeys.Deadline },
        { "item", DefinitionKeys.AnyItem },
    };

    public static TheoryData<string> Definitions => ["small.yaml", "full.yaml", .. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Every_definition_validates_by_the_schema(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(DefinitionSchema.Text);
        var errors = schema.Validate(YamlJson.Of(TextOf(name)));
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [Theory]
    [InlineData("force: statute,", "force: law,")]
    [InlineData("title: A small process\n", "")]
    [InlineData("title: A small process\n", "title: A small process\nnonsense: 1\n")]
    [InlineData("        about: report\n", "        abuot: report\n")]
    [InlineData("version: \"2026.1\"", "version: 2026.1")]
    [InlineData("within: 5 working days", "within: five days")]
    [InlineData("- wait: year", "- pause: year")]
    [InlineData("times: 6, ", "")]
    public async Task What_an_editor_should_underline_does_not_validate(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(DefinitionSchema.Text);
        Assert.Contains(right, Samples.Small);
        Assert.NotEmpty(schema.Validate(YamlJson.Of(Samples.Small.Replace(right, wrong))));
    }

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys_at_the_top() =>
        Assert.Equal(DefinitionKeys.Process.Order(), Properties(JsonNode.Parse(DefinitionSchema.Text)!));

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_schema_and_the_reader_know_the_same_keys(string section, IReadOnlyList<string> keys) =>
        Assert.Equal(keys.Order(), Properties(JsonNode.Parse(DefinitionSchema.Text)!["definitions"]![section]!));

    [Fact]
    public void Every_part_of_the_schema_says_what_it_is()
    {
        var bare = new List<string>();
        Visit(JsonNode.Parse(DefinitionSchema.Text)!.AsObject(), "", bare);
        Assert.Empty(bare);
    }

    private static void Visit(JsonObject schema, string path, List<string> bare)
    {
        foreach (var (name, value) in (schema["properties"]?.AsObject() ?? []).Concat(schema["definitions"]?.AsObject() ?? []))
        {
            if (value!["description"] is null && value["$ref"] is null)
                bare.Add($"{path}/{name}");
            Visit(value.AsObject(), $"{path}/{name}", bare);
        }
    }

    private static IEnumerable<string> Properties(JsonNode schema) => schema["properties"]!.AsObject().Select(pair => pair.Key).Order();

    private static string TextOf(string name) => name.EndsWith(".yaml", StringComparison.Ordinal) ? Samples.TextOf(name) : Samples.Shipped(name);
}
