using Workflows.Process.Definitions;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Contract;

/// <summary>A client that knows only the contract drives every version of every process to its end, each at a day that chooses it.</summary>
public sealed class EveryProcessTests
{
    public static TheoryData<string> Keys => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_client_that_knows_only_the_contract_drives_it_to_its_end(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var day = definition.Effective.From.AddDays(100);
        await using var service = await WebService.StartAsync($"{day:yyyy-MM-dd}T09:00:00Z");
        var walk = new Walk(service);
        var opener = definition.OpenedBy[0];
        var opened = await walk.Client.OpenAsync(opener, definition.Id, "fernshire", "FS 7");
        Assert.Equal(definition.Version, opened.GetProperty("process").GetProperty("version").GetString());

        var closed = await walk.ToTheEndAsync($"/api/reviews/{opened.GetProperty("id").GetString()}");

        Assert.Equal("closed", closed.GetProperty("state").GetString());
        Assert.Empty(closed.GetProperty("actions").EnumerateArray());
    }
}
