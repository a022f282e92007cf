using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Directory;

public class DemonstrationTests
{
    private static readonly DirectorySnapshot Directory = DemonstrationDirectory.Snapshot;

    public static TheoryData<string> Definitions => [.. ProcessCatalogue.Shipped.Keys];

    [Fact]
    public void It_fits_the_shipped_definitions() =>
        Assert.Empty(DirectoryCheck.Against(Directory, ProcessCatalogue.Shipped));

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Somebody_holds_every_role_that_acts(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var acting = definition.Items.SelectMany(item => item.By).Concat(definition.OpenedBy).Concat(definition.Withdrawal?.By ?? []);
        Assert.DoesNotContain(acting.Distinct(), role => HolderOf(role) is null);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void A_client_that_picks_the_first_holder_of_a_role_never_meets_separation_of_duties(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var items = definition.Items.ToDictionary(item => item.Id);
        foreach (var item in items.Values)
        {
            var apart = item.NotBy.Concat(item is ApprovalDefinition { About: { } about } ? [about] : []);
            var doers = Doers(item);
            Assert.All(apart, other => Assert.Empty(Doers(items[other]).Intersect(doers)));
            Assert.True(item is not ApprovalDefinition || doers.Distinct().Count() == item.By.Count, $"{item.Id}: two roles, one person");
        }
    }

    [Fact]
    public void Everybody_holds_one_role_and_two_agency_leads_answer_for_different_agencies()
    {
        Assert.All(Directory.People, person => Assert.Single(person.Roles));
        var leads = Directory.People.Where(person => person.Roles.Contains("agency-lead")).ToArray();
        Assert.Equal(2, leads.Length);
        Assert.Empty(leads[0].Agencies.Intersect(leads[1].Agencies));
        Assert.All(leads, lead => Assert.NotEmpty(lead.Agencies));
    }

    [Fact]
    public void Every_address_is_one_that_can_never_exist() =>
        Assert.All(
            Directory.People.Select(person => person.Email).Concat(Directory.Bodies.Select(body => body.Email)),
            address => Assert.EndsWith(".example", address, StringComparison.Ordinal));

    [Fact]
    public void It_says_that_it_is_a_demonstration()
    {
        var only = Assert.Single(Directory.Partnerships);
        Assert.Equal("fernshire", only.Id);
        Assert.Contains("(demonstration)", only.Name, StringComparison.Ordinal);
    }

    // One who does an item by its first role; an approval is given in all of them.
    private static string[] Doers(ItemDefinition item) =>
        [.. (item is ApprovalDefinition ? item.By : item.By.Take(1)).Select(role => HolderOf(role)!.User)];

    private static Person? HolderOf(string role) => Directory.People.FirstOrDefault(person => person.Roles.Contains(role));
}
