using System.Text.Json;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Learning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Reports;

/// <summary>The yearly report and the national figures for systems: right, and only for those who may.</summary>
public sealed class ReportJsonTests
{
    private const string Yearly = "/api/reports/fernshire/2026";

    [Fact]
    public async Task The_yearly_report_of_a_partnership_tells_its_reviews_decisions_and_recommendations()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.StandsIn("commissioning"));
        await service.RecommendAsync(address, LearningCalls.Recommendation(text: "Tell the service at once."));

        var report = await service.ReadAsync(Yearly, "agency");

        Assert.Equal("fernshire", report.GetProperty("partnership").GetString());
        Assert.Equal("Fernshire Partnership (test)", report.GetProperty("name").GetString());
        Assert.Equal("2026-04-01", report.GetProperty("from").GetString());
        Assert.Equal("2027-03-31", report.GetProperty("until").GetString());
        Assert.Equal(1, Assert.Single(report.GetProperty("reviews").EnumerateArray()).GetProperty("opened").GetInt32());
        var made = report.GetProperty("decisions").EnumerateArray().First(each => each.GetProperty("outcome").GetString() == "Hold a local review");
        Assert.Equal("For the reasons given.", made.GetProperty("rationale").GetString());
        Assert.NotEmpty(report.GetProperty("timeliness").EnumerateArray());
        var recommendation = Assert.Single(report.GetProperty("recommendations").EnumerateArray());
        Assert.Equal("Tell the service at once.", recommendation.GetProperty("text").GetString());
        Assert.Equal("made", recommendation.GetProperty("status").GetString());
        Assert.Equal(0, (await service.ReadAsync("/api/reports/fernshire/2030", "agency")).GetProperty("decisions").GetArrayLength());
    }

    [Fact]
    public async Task A_published_report_stands_in_the_yearly_one_with_its_public_address()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.GetProperty("publications").GetArrayLength() > 0);
        var known = (await service.ReadAsync(address)).GetProperty("publications")[0];

        var years = new List<JsonElement>();
        foreach (var year in new[] { 2026, 2027 })
        {
            years.AddRange((await service.ReadAsync($"/api/reports/fernshire/{year}")).GetProperty("publications").EnumerateArray());
        }

        var published = Assert.Single(years);
        Assert.Equal($"/publications/{known.GetProperty("id").GetString()}", published.GetProperty("href").GetString());
        Assert.Equal("in-full", published.GetProperty("form").GetString());
        Assert.Equal(known.GetProperty("publishedOn").GetString(), published.GetProperty("publishedOn").GetString());
    }

    [Fact]
    public async Task National_figures_leave_small_numbers_out_and_count_a_review_decided_twice_under_the_last_decision()
    {
        await using var service = await WebService.StartAsync();
        var walk = new Walk(service);
        var address = await service.OpenAsync();
        await DecideAsync(walk, address, "next-step", "none");
        await DecideAsync(walk, address, "closing", "commission");

        var figures = await service.ReadAsync("/api/reports/national/2026", "panel.officer");

        Assert.EndsWith(": Hold a local review after all", Assert.Single(figures.GetProperty("kinds").EnumerateArray()).GetString());
        var area = Assert.Single(figures.GetProperty("areas").EnumerateArray());
        Assert.Equal("Fernshire Partnership (test)", area.GetProperty("area").GetString());
        Assert.Equal(JsonValueKind.Null, area.GetProperty("counts")[0].ValueKind);
        Assert.Equal(JsonValueKind.Null, area.GetProperty("total").ValueKind);
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("total").ValueKind);
        Assert.Equal(5, figures.GetProperty("least").GetInt32());
        Assert.Empty((await service.ReadAsync("/api/reports/national/2026", "idle.officer")).GetProperty("areas").EnumerateArray());
    }

    [Theory]
    [InlineData("manager", "/api/reports/mossdale/2026", 404)]
    [InlineData("other.manager", Yearly, 404)]
    [InlineData("panel.officer", Yearly, 404)]
    [InlineData("manager", "/api/reports/nowhere/2026", 404)]
    [InlineData("manager", "/api/reports/national/2026", 404)]
    [InlineData("stranger", Yearly, 403)]
    [InlineData(null, Yearly, 401)]
    [InlineData("manager", "/api/reports/fernshire/26", 404)]
    [InlineData("manager", "/api/reports/fernshire/1066", 404)]
    [InlineData("manager", "/api/reports/fernshire/20260", 404)]
    [InlineData("manager", "/api/reports/fernshire/-202", 404)]
    [InlineData("manager", "/api/reports/fernshire/next", 404)]
    [InlineData("panel.officer", "/api/reports/national/9999", 404)]
    [InlineData("manager", Yearly + "?cursor=1", 400)]
    [InlineData("panel.officer", "/api/reports/national/2026?area=fernshire", 400)]
    public async Task Others_and_years_that_are_none_are_refused(string? user, string address, int status)
    {
        await using var service = await WebService.StartAsync();

        using var answer = await service.As(user).GetAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        await answer.ProblemAsync();
    }

    [Fact]
    public async Task Reports_fit_the_description_of_the_interface()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.GetProperty("publications").GetArrayLength() > 0);
        await service.RecommendAsync(address);
        var walk = new Walk(service);
        await walk.Client.GetAsync("business-manager", Yearly);
        await walk.Client.GetAsync("business-manager", "/api/reports/fernshire/2027");
        await walk.Client.GetAsync("panel-officer", "/api/reports/national/2026");
        await walk.Client.GetAsync("business-manager", "/api/reports/publications");

        var schemas = new Description.Schemas(await service.ReadAsync("/openapi/v1.json"));
        var problems = walk.Client.Answers
            .SelectMany(each => schemas.Compare(each.Method, each.Path, (int)each.Status, each.Body)).Distinct().ToArray();

        Assert.True(problems.Length == 0, string.Join('\n', problems.Take(20)));
    }

    private static async Task DecideAsync(Walk walk, string address, string decision, string outcome)
    {
        var review = await walk.UntilAsync(address, each => each.Offers(decision));
        var action = review.GetProperty("actions").EnumerateArray().First(each => each.GetProperty("id").GetString() == decision);
        Assert.True(await walk.Client.TryDoAsync(action, outcome: outcome));
    }
}
