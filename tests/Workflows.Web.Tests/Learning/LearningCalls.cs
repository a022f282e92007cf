using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Learning;

/// <summary>Calls about recommendations that several tests make.</summary>
internal static class LearningCalls
{
    public static object Recommendation(string agency = "Schools", string role = "agency-lead", string text = "Tell the service at once.") => new
    {
        text, agency, role, post = "Head of admissions", change = "Nobody is lost.", evaluation = "Audit of fifty cases.",
        evaluateOn = "2027-05-05", themes = new[] { "education", "information-sharing" },
    };

    /// <summary>Makes a recommendation; gives its address.</summary>
    public static async Task<string> RecommendAsync(this WebService service, string review, object? recommendation = null)
    {
        using var answer = await service.As("manager").PostAsJsonAsync($"{review}/recommendations", recommendation ?? Recommendation());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public static async Task<JsonElement> DoAsync(this WebService service, string user, string address, object body)
    {
        using var answer = await service.As(user).PostAsJsonAsync(address, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static async Task<JsonElement> RefusedAsync(this WebService service, string user, string address, object body, int status)
    {
        using var answer = await service.As(user).PostAsJsonAsync(address, body);
        Assert.Equal(status, (int)answer.StatusCode);
        return await answer.ProblemAsync();
    }

    public static IEnumerable<string?> Texts(this JsonElement list, string member) =>
        list.EnumerateArray().Select(each => each.GetProperty(member).ToString());
}
