using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Reports;

/// <summary>The register of the duty to publish for systems: page by page, whole, and only to those who may see the reviews.</summary>
public sealed class DutyTests
{
    private const string Register = "/api/reports/publications";

    [Fact]
    public async Task Nobodys_duty_falls_off_the_end()
    {
        await using var service = await WebService.StartAsync();
        var references = await service.RecordDutiesAsync(120);

        var found = await AllAsync(service, Register, "manager");

        Assert.Equal(references.Order(StringComparer.Ordinal), found.Select(each => each.GetProperty("reference").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(found, each => Assert.Equal(
            DateOnly.Parse(each.GetProperty("dueOn").GetString()!, CultureInfo.InvariantCulture) < new DateOnly(2026, 5, 5) ? "late" : "due",
            each.GetProperty("standing").GetString()));
        var late = await AllAsync(service, $"{Register}?late=true", "manager");
        Assert.Equal(found.Count(each => each.GetProperty("standing").GetString() == "late"), late.Count);
        Assert.InRange(late.Count, 1, 119);
        Assert.Empty(await AllAsync(service, Register, "other.manager"));
        Assert.Empty(await AllAsync(service, Register, "idle.officer"));
    }

    [Fact]
    public async Task A_report_that_was_published_stands_there_with_how_the_national_repository_stands_to_it()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.GetProperty("publications").GetArrayLength() > 0);
        var known = (await service.ReadAsync(address)).GetProperty("publications")[0];

        var duty = Assert.Single(await AllAsync(service, Register, "manager"));

        Assert.Equal(address, duty.GetProperty("href").GetString());
        Assert.Equal("published", duty.GetProperty("standing").GetString());
        Assert.Equal(known.GetProperty("publishedOn").GetString(), duty.GetProperty("publishedOn").GetString());
        Assert.Equal("not-offered", duty.GetProperty("repository").GetString());
        using var answer = await service.As("manager").PostAsync(
            $"{address}/publication/{known.GetProperty("id").GetString()}/repository", new StringContent("{\"as\":\"named\"}", Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        Assert.Equal("offered", Assert.Single(await AllAsync(service, Register, "manager")).GetProperty("repository").GetString());
    }

    [Theory]
    [InlineData("?cursor=nowhere")]
    [InlineData("?cursor=7.")]
    [InlineData("?late=perhaps")]
    [InlineData("?page=2")]
    [InlineData("?late=true&late=true")]
    public async Task What_is_no_such_parameter_is_refused(string query)
    {
        await using var service = await WebService.StartAsync();

        using var answer = await service.As("manager").GetAsync(Register + query);

        Assert.Equal(400, (int)answer.StatusCode);
        await answer.ProblemAsync();
    }

    private static async Task<List<JsonElement>> AllAsync(WebService service, string address, string user)
    {
        var found = new List<JsonElement>();
        string? cursor = null;
        for (var page = 0; page == 0 || cursor is not null; page++)
        {
            Assert.True(page < 50, "The register has no end.");
            var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var answer = await service.ReadAsync(cursor is null ? address : $"{address}{separator}cursor={Uri.EscapeDataString(cursor)}", user);
            Assert.InRange(answer.GetProperty("items").GetArrayLength(), 0, 100);
            found.AddRange(answer.GetProperty("items").EnumerateArray());
            cursor = answer.GetProperty("next").GetString();
        }

        return found;
    }
}
