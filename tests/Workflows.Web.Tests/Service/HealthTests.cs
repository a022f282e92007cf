using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Service;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_says_that_all_is_well_and_no_more()
    {
        await using var service = await WebService.StartAsync();

        var health = await service.As(user: null).GetFromJsonAsync<JsonElement>("/healthz");

        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal(0, health.GetProperty("attention").GetArrayLength());
        Assert.Equal(["status", "version", "attention", "says"], health.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Health_is_503_while_the_records_cannot_be_read()
    {
        var index = new Mock<IReviewIndex>();
        index.Setup(each => each.FiguresAsync(It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("The disk is gone.", inner: null));
        await using var service = await WebService.StartAsync(change: services => services.AddSingleton(index.Object));

        using var answer = await service.As(user: null).GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var health = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("unhealthy", health.GetProperty("status").GetString());
        Assert.Equal("records", health.GetProperty("attention")[0].GetString());
        Assert.StartsWith("The records cannot be read now.", health.GetProperty("says")[0].GetString());
    }

    [Fact]
    public async Task Health_names_mail_while_letters_cannot_go_and_no_more_when_they_have_gone()
    {
        await using var service = await WebService.StartAsync();
        service.Mail.IsAway = true;
        await service.OpenAsync();
        await service.WakeAsync();
        Assert.Equal(["mail"], await AttentionAsync(service));

        service.Mail.IsAway = false;
        service.Clock.MoveTo(service.Clock.GetUtcNow().AddMinutes(2));
        await service.WakeAsync();
        Assert.Empty(await AttentionAsync(service));
    }

    [Fact]
    public async Task Health_names_letters_that_need_a_person_and_wakes_that_were_not_made()
    {
        await using var service = await WebService.StartAsync();
        service.Mail.RefusesAll = true;
        await service.OpenAsync();
        await service.WakeAsync();
        Assert.Equal(["letters"], await AttentionAsync(service));

        await service.OpenAsync();
        service.Clock.MoveTo(service.Clock.GetUtcNow().AddMinutes(11));
        Assert.Equal(["wakes", "letters"], await AttentionAsync(service));
    }

    private static async Task<IEnumerable<string?>> AttentionAsync(WebService service)
    {
        var health = await service.As(user: null).GetFromJsonAsync<JsonElement>("/healthz");
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal(health.GetProperty("attention").GetArrayLength(), health.GetProperty("says").GetArrayLength());
        return [.. health.GetProperty("attention").EnumerateArray().Select(name => name.GetString())];
    }
}
