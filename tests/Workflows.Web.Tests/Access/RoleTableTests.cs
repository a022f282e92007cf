using System.Net.Http.Json;
using System.Text;
using Workflows.Process.Definitions;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>The role table among the documents is what everybody is really answered, cell by cell.</summary>
public sealed class RoleTableTests
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
        foreach (var (id, (kind, answers)) in steps.Steps)
        {
            var by = definition.Items.Single(item => item.Id == id).By;
            for (var at = 0; at < RolePeople.All.Count; at++)
            {
                Holds(definition, $"{id} ({kind})", by, RolePeople.All[at].User, answers.ToDictionary(state => state.Key, state => state.Value[at]));
            }
        }

        DocumentSection.Holds(Document, $"steps {definition.Id}", $"`{key}`\n\n{steps.Write()}");
    }

    [Fact]
    public async Task Who_may_do_what_with_any_review_is_as_the_table_says()
    {
        await using var service = await WebService.StartAsync();
        var other = await service.OpenAsync(reference: "FS 2");
        var address = await service.OpenUntilAsync(review => review.StandsIn("commissioning") && review.Offers("initiation"));
        var otherId = other[(other.LastIndexOf('/') + 1)..];
        (await service.As("manager").PostAsJsonAsync($"{address}/links", new { review = otherId, kind = "related" })).EnsureSuccessStatusCode();

        var text = new StringBuilder("While it is open:\n\n").Append(RolePeople.Heading("operation"))
            .Append(await RoleOperations.WriteAsync(service, address, otherId));
        await new Walk(service).ToTheEndAsync(address);
        text.Append("\nAfter its end:\n\n").Append(RolePeople.Heading("operation"))
            .Append(await RoleOperations.WriteAsync(service, address, otherId));

        DocumentSection.Holds(Document, "operations", text.ToString());
    }

    [Fact]
    public void Every_address_of_the_interface_stands_in_the_table()
    {
        var text = new StringBuilder(
            "| address | own partnership, the role that may | another partnership | national, told of it | national, not told | not in the directory | not signed in |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in AccessMatrixTests.Rows)
        {
            text.Append($"| `{row.Endpoint}` (as {row.OwnUser}) | {row.Own} | {row.Other} | {row.Told} | {row.NotTold} | {row.Unknown} | {row.Nobody} |\n");
        }

        DocumentSection.Holds(Document, "addresses", text.ToString());
    }

    // The laws behind the cells, so that a table written anew from a hole is not taken for the rule.
    private static void Holds(ProcessDefinition definition, string step, IReadOnlyList<string> by, string? user, Dictionary<string, int> answers)
    {
        var what = $"{definition.Key} {step} as {user ?? "nobody"}: {string.Join(", ", answers.Select(each => $"{each.Key} {each.Value}"))}";
        var person = user is null ? null : TestDirectory.Snapshot.FindPerson(user);
        if (person is null)
        {
            Assert.True(answers.Values.All(answer => answer == (user is null ? 401 : 403)), what);
        }
        else if (person.Partnership == "mossdale" || user == "idle.officer")
        {
            Assert.True(answers.Values.All(answer => answer == 404), what);
        }
        else
        {
            var may = person.Roles.Any(by.Contains);
            Assert.True(answers["open"] == 400 == may, what);
            Assert.True(may || answers["open"] is 403 or 404, what);

            // Of a document a newer version may be handed in until it is approved.
            var isAgain = may && step.EndsWith("(document)", StringComparison.Ordinal);
            Assert.True(answers.Where(each => each.Key != "open").All(each => each.Value is 403 or 404 or 409 || (isAgain && each.Key == "done")), what);
        }
    }
}
