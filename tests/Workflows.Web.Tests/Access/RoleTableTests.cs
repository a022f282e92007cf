using System.Text;
using Workflows.Process.Definitions;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>The role table among the documents is what everybody is really answered, cell by cell.</summary>
public sealed class RoleTableTests(CellCount count) : IClassFixture<CellCount>
{
    private const string Document = "assurance/roles.md";

    /// <summary>The newest version of every process.</summary>
    public static TheoryData<string> Processes => [.. ProcessCatalogue.Shipped.All.GroupBy(each => each.Id).Select(versions => versions.Last().Key)];

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task Who_may_take_each_step_is_as_the_table_says_and_as_the_definition_says(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var steps = new RoleSteps(definition);

        await steps.FindOutAsync();

        Assert.NotEmpty(steps.Steps);
        var broken = StepLaws.Broken(definition, steps);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        DocumentSection.Holds(Document, $"steps {definition.Id}", $"`{key}`\n\n{steps.Write()}");
        count.Agree(key, steps.Steps.Count, steps.Steps.Values.Sum(step => step.Answers.Count * RolePeople.All.Count));
    }

    [Fact]
    public async Task Who_may_do_what_with_any_review_is_as_the_table_says()
    {
        await using var service = await WebService.StartAsync();

        DocumentSection.Holds(Document, "operations", await RoleOperations.WriteAsync(service));
    }

    [Fact]
    public void Every_address_of_the_interface_stands_in_the_table()
    {
        var text = new StringBuilder(
            "| address | own partnership, the role that may | another partnership | national, told of it | national, not told | not in the directory | not signed in |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in AccessRows.All)
        {
            text.Append($"| `{row.Endpoint}` (as {row.OwnUser}) | {row.Own} | {row.Other} | {row.Told} | {row.NotTold} | {row.Unknown} | {row.Nobody} |\n");
        }

        DocumentSection.Holds(Document, "addresses", text.ToString());
    }
}
