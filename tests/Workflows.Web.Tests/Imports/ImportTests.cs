using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Imports;

/// <summary>Reviews from before, brought in through the interface.</summary>
public sealed class ImportTests
{
    private const string Header = "process,partnership,reference,facts.awareOn,facts.harm,facts.agencies,notification.on,closedOn\n";

    private const string Good = Header
        + "lcspr,fernshire,OLD-1,2019-01-07,harmed,Education; Health,2019-01-21,2019-05-03\n"
        + "lcspr,fernshire,OLD-2,2024-03-28,died,\"Education\nHealth\",2024-04-08,\n";

    [Fact]
    public async Task A_file_is_looked_at_recorded_once_and_shown_for_what_it_was()
    {
        await using var service = await WebService.StartAsync();
        var dry = await SendAsync(service, Good, "?dryRun=true");
        Assert.Equal((200, 2, 0), (dry.Status, dry.Body.GetProperty("good").GetInt32(), dry.Body.GetProperty("recorded").GetInt32()));
        Assert.Empty((await service.ReadAsync("/api/reviews")).GetProperty("items").EnumerateArray());

        var done = await SendAsync(service, Good);
        Assert.Equal((200, 2), (done.Status, done.Body.GetProperty("recorded").GetInt32()));
        var line = done.Body.GetProperty("lines")[0];
        Assert.Equal("closed", line.GetProperty("state").GetString());

        var review = await service.ReadAsync($"/api/reviews/{line.GetProperty("review").GetString()}");
        Assert.Equal("manager", review.GetProperty("imported").GetProperty("by").GetString());
        Assert.Equal("2018.1", review.GetProperty("process").GetProperty("version").GetString());
        var notification = review.GetProperty("deadlines").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "notification");
        Assert.Equal(("2019-01-14", "met late"), (notification.GetProperty("dueOn").GetString(), notification.GetProperty("state").GetString()));
        Assert.Empty(review.GetProperty("letters").EnumerateArray());

        var again = await SendAsync(service, Good);
        Assert.Equal((0, 2), (again.Body.GetProperty("recorded").GetInt32(), again.Body.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task One_wrong_line_keeps_out_all_and_is_told_by_line_and_column_with_what_to_do()
    {
        await using var service = await WebService.StartAsync();
        var file = Good + "lcspr,fernshire,OLD-3,07/01/2019,harmed,Education,,\n";
        var refused = await SendAsync(service, file);
        Assert.Equal(400, refused.Status);
        var told = refused.Body.GetProperty("errors").EnumerateObject().Single();
        Assert.Equal("line 5, facts.awareOn", told.Name);
        Assert.Contains("Write 2019-01-07 if you mean 7 January 2019.", told.Value.ToString(), StringComparison.Ordinal);
        Assert.Empty((await service.ReadAsync("/api/reviews")).GetProperty("items").EnumerateArray());

        var good = await SendAsync(service, file, "?goodRows=true");
        Assert.Equal((200, 2, 1), (good.Status, good.Body.GetProperty("recorded").GetInt32(), good.Body.GetProperty("faulty").GetInt32()));
    }

    [Fact]
    public async Task Nobody_records_reviews_of_another_partnership_or_without_the_role()
    {
        await using var service = await WebService.StartAsync();
        Assert.Equal(403, (await SendAsync(service, Good, user: "other.manager")).Status);
        Assert.Equal(403, (await SendAsync(service, Good, "?dryRun=true", user: "agency")).Status);
        Assert.Equal(403, (await SendAsync(service, Good, "?dryRun=true", user: "panel.officer")).Status);
        Assert.Empty((await service.ReadAsync("/api/reviews")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Json_serves_as_well()
    {
        await using var service = await WebService.StartAsync();
        using var answer = await service.As("manager").PostAsJsonAsync("/api/imports", new
        {
            rows = new[]
            {
                new Dictionary<string, object?>
                {
                    ["process"] = "lcspr", ["partnership"] = "fernshire", ["reference"] = "OLD-9", ["facts.awareOn"] = "2019-01-07",
                    ["facts.harm"] = "died", ["facts.agencies"] = new[] { "Education", "Health" }, ["withdrawnOn"] = "2019-02-01", ["closedOn"] = null,
                },
            },
        });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        Assert.Equal("withdrawn", body.GetProperty("lines")[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("application/xml", "<a/>", 415)]
    [InlineData("application/json", "{\"rows\": 5}", 400)]
    [InlineData("application/json", "{\"rows\": [5]}", 400)]
    [InlineData("application/json", "{\"rows\": [{\"process\": {}}]}", 400)]
    [InlineData("application/json", "{\"rows\": [], \"more\": 1}", 400)]
    [InlineData("text/csv", "", 400)]
    [InlineData("text/csv", "a;b;c\n1;2;3\n", 400)]
    [InlineData("text/csv", "process,partnership\nlcspr,fernshire\n", 400)]
    [InlineData("text/csv", "process,partnership,reference,colour\nlcspr,fernshire,R-1,blue\n", 400)]
    public async Task What_is_no_such_table_is_refused_with_a_problem(string type, string body, int status)
    {
        await using var service = await WebService.StartAsync();
        Assert.Equal(status, (await SendAsync(service, body, type: type)).Status);
    }

    private static async Task<(int Status, JsonElement Body)> SendAsync(
        WebService service, string file, string query = "", string user = "manager", string type = "text/csv")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await service.As(user).PostAsync($"/api/imports{query}", content);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
