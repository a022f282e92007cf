using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Service;

public sealed class PublicationTests
{
    [Fact]
    public async Task A_published_report_is_there_for_everybody_until_it_is_taken_from_the_register()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.StandsIn("follow-up"));
        var anybody = service.As(user: null);

        var item = Assert.Single(await PublicRegister.ItemsAsync(service));
        var id = item.GetProperty("id").GetString()!;
        Assert.DoesNotContain(address[(address.LastIndexOf('/') + 1)..], item.ToString());
        Assert.Equal("in-full", item.GetProperty("form").GetString());
        Assert.Equal("The document report.", await anybody.GetStringAsync(item.GetProperty("document").GetString()));
        Assert.Equal(item.ToString(), (await anybody.GetFromJsonAsync<JsonElement>($"/publications/{id}")).ToString());
        Assert.Equal(item.ToString(), (await anybody.GetFromJsonAsync<JsonElement>($"/api/publications/{id}")).ToString());

        await new Contract.Walk(service).ToTheEndAsync(address);

        Assert.Empty(await PublicRegister.LeftAsync(service, id));
    }
}
