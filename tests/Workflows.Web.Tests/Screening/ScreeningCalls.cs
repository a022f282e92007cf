using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Screening;

/// <summary>Calls about the identifying-details screen that several tests make.</summary>
internal static class ScreeningCalls
{
    /// <summary>Opens a review and carries it on until its report is asked for; gives its address.</summary>
    public static Task<string> UntilReportAsync(this WebService service) => service.OpenUntilAsync(review => review.Offers("report"));

    /// <summary>Hands in a version of the report, and lets it be screened; gives how the screen stands.</summary>
    public static async Task<JsonElement> ReportAsync(this WebService service, string review, string text)
    {
        using var file = ReviewSetup.File(Encoding.UTF8.GetBytes(text), "attachment; filename=\"report.txt\"", "text/plain");
        using var answer = await service.As("reviewer").PutAsync($"{review}/documents/report", file);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        await service.WakeAsync();
        return await service.ScreenedAsync(review);
    }

    /// <summary>How the screen of the report stands.</summary>
    public static async Task<JsonElement> ScreenedAsync(this WebService service, string review) =>
        (await service.ReadAsync($"{review}/screening")).GetProperty("documents").EnumerateArray().Single(each => each.GetProperty("document").GetString() == "report");

    public static async Task<HttpResponseMessage> GiveListAsync(this WebService service, string review, string user, params object[] entries) =>
        await service.As(user).PutAsJsonAsync($"{review}/screening/list", new { entries });

    /// <summary>What was found and has no answer: its kinds.</summary>
    public static IEnumerable<string> OpenKinds(this JsonElement screened) => screened.OpenFindings().Select(each => each.GetProperty("kind").GetString()!);

    public static IEnumerable<JsonElement> OpenFindings(this JsonElement screened) =>
        screened.GetProperty("findings").EnumerateArray().Where(each => each.GetProperty("answer").ValueKind == JsonValueKind.Null);

    public static string[] Ids(this IEnumerable<JsonElement> findings) => [.. findings.Select(each => each.GetProperty("id").GetString()!)];
}
