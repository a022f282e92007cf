using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Input;

public sealed class BadAddressTests(OneReview shared) : IClassFixture<OneReview>
{
    [Theory]
    [InlineData("/api/reviews?state=lost", "state")]
    [InlineData("/api/reviews?overdue=perhaps", "overdue")]
    [InlineData("/api/reviews?process=lcsp", "process")]
    [InlineData("/api/reviews?stage=nowhere", "stage")]
    [InlineData("/api/reviews?partnership=atlantis", "partnership")]
    [InlineData("/api/reviews?limit=0", "limit")]
    [InlineData("/api/reviews?limit=201", "limit")]
    [InlineData("/api/reviews?limit=many", "limit")]
    [InlineData("/api/reviews?limit=99999999999999999999", "limit")]
    [InlineData("/api/reviews?state=open&state=closed", "state")]
    [InlineData("/api/reviews?sort=name", "sort")]
    [InlineData("/api/reviews?cursor=x", "cursor")]
    [InlineData("/api/reviews?cursor=0.x", "cursor")]
    [InlineData("/api/reviews?cursor=9.", "cursor")]
    [InlineData("/api/reviews?cursor=%ff", "cursor")]
    [InlineData("/api/publications?cursor=x", "cursor")]
    [InlineData("/api/publications?page=2", "page")]
    [InlineData("/api/processes?x=1", "x")]
    [InlineData("/api/processes/lcspr?x=1", "x")]
    [InlineData("{review}?version=2", "version")]
    [InlineData("{review}/journal?after=2", "after")]
    [InlineData("{review}/documents/report?version=0", "version")]
    [InlineData("{review}/documents/report?version=one", "version")]
    [InlineData("/publications/none?x=1", "x")]
    public async Task A_wrong_parameter_is_refused_by_its_name(string address, string parameter)
    {
        var (service, review) = (shared.Service, shared.Address);

        using var answer = await service.As("manager").GetAsync(address.Replace("{review}", review));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(parameter, (await answer.ProblemAsync()).GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData("GET", "/api", 404)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/api/reviews/short", 404)]
    [InlineData("GET", "/api/reviews/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 404)]
    [InlineData("GET", "/api/reviews/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("GET", "/api/processes/lcspr@9999.1", 404)]
    [InlineData("GET", "/api/processes/@", 404)]
    [InlineData("GET", "/publications/%F0%9F%98%80", 404)]
    [InlineData("GET", "/openapi/v2.json", 404)]
    [InlineData("GET", "{review}/documents/report", 404)]
    [InlineData("GET", "{review}/documents/notification", 404)]
    [InlineData("GET", "{review}/documents/..%2fx", 404)]
    [InlineData("DELETE", "{review}", 405)]
    [InlineData("PATCH", "/api/reviews", 405)]
    [InlineData("POST", "{review}/documents/report", 405)]
    [InlineData("PUT", "{review}/withdrawal", 405)]
    [InlineData("POST", "/healthz", 405)]
    public async Task An_address_or_method_that_is_not_there_is_a_problem_document(string method, string address, int status)
    {
        var (service, review) = (shared.Service, shared.Address);
        using var request = new HttpRequestMessage(new HttpMethod(method), address.Replace("{review}", review));

        using var answer = await service.As("manager").SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        await answer.ProblemAsync();
        Assert.True(status != 405 || answer.Content.Headers.Allow.Count > 0);
    }

    [Theory]
    [InlineData("tasks/nothing", "{}", "task-exists")]
    [InlineData("tasks/next-step", "{}", "task-exists")]
    [InlineData("tasks/release-1", "{}", "task-exists")]
    [InlineData("decisions/nothing", "{\"outcome\":\"x\"}", "decision-exists")]
    [InlineData("approvals/nothing", "{\"decision\":\"approve\"}", "approval-exists")]
    [InlineData("facts/nothing/correction", "{\"value\":\"x\",\"reason\":\"y\"}", "fact-exists")]
    [InlineData("deadlines/nothing/delay", "{\"reason\":\"y\"}", "deadline-exists")]
    [InlineData("letters/nothing/resend", "{}", "letter-exists")]
    [InlineData("tasks/%0a%F0%9F%98%80", "{}", "task-exists")]
    public async Task What_the_process_does_not_have_is_not_found_by_its_kind(string path, string body, string rule)
    {
        var (service, review) = (shared.Service, shared.Address);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await service.As("manager").PostAsync($"{review}/{path}", content);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(rule, (await answer.ProblemAsync()).Rule());
    }
}
