using System.Net;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Service;

public sealed class SecurityTextTests
{
    private const string Address = "/.well-known/security.txt";

    [Theory]
    [InlineData("security@fernshire.example", "mailto:security@fernshire.example")]
    [InlineData("https://fernshire.example/report", "https://fernshire.example/report")]
    public async Task It_names_whom_to_tell_of_a_weakness_and_until_when_that_holds(string setting, string shown)
    {
        Assert.True(WebOptions.TryReadContact(setting, out var contact));
        await using var service = await WebService.StartAsync("2026-05-05T09:00:00Z", options: usual => usual with { SecurityContact = contact });

        using var answer = await service.As(user: null).GetAsync(Address);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([$"Contact: {shown}", "Expires: 2026-11-01T00:00:00Z", "Preferred-Languages: en", $"Canonical: https://reviews.example{Address}"], lines);
    }

    [Fact]
    public async Task Where_nobody_is_named_there_is_no_such_file()
    {
        await using var service = await WebService.StartAsync();

        using var answer = await service.As(user: null).GetAsync(Address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("address-exists", (await answer.ProblemAsync()).Rule());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://plain.example/")]
    [InlineData("somebody")]
    [InlineData("a@b.example\nContact: mailto:c@d.example")]
    public void What_is_no_contact_is_refused(string setting) => Assert.False(WebOptions.TryReadContact(setting, out _));

    [Fact]
    public void Nothing_set_is_nobody_named() => Assert.True(WebOptions.TryReadContact(" ", out var contact) && contact is null);
}
