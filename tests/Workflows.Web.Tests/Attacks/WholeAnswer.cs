using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Attacks;

/// <summary>All of an answer that somebody could learn from: status, headers and body.</summary>
internal static class WholeAnswer
{
    public static async Task<string> OfAsync(WebService service, string? user, HttpMethod method, string path, Func<HttpContent>? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content?.Invoke() };
        using var answer = await service.As(user).SendAsync(request);
        return await OfAsync(answer);
    }

    public static async Task<string> OfAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{await answer.Content.ReadAsStringAsync()}";
    }
}
