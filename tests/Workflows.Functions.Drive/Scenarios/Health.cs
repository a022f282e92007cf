using System.Net;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>Health through the door: nobody signs in for it, nothing is kept on the way, and nothing in it is about a case.</summary>
internal static class Health
{
    public static async Task<string> RunAsync(FunctionsHost host)
    {
        using var answer = await host.Http.GetAsync(new Uri("/healthz", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK && answer.Headers.CacheControl?.NoStore == true
            ? $"200, not to be kept, {text}"
            : throw new DriveException($"{(int)answer.StatusCode} {answer.Headers.CacheControl} {text}");
    }
}
