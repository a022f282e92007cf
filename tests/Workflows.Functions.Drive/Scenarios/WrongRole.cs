using System.Net;
using System.Net.Http.Json;
using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>Somebody in the wrong role is refused with 403, somebody without a token with 401, and a review nobody may see is 404.</summary>
internal static class WrongRole
{
    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var review = await host.Client.OpenAsync("lcspr", answers);
        var before = (await host.Client.JournalAsync(review)).Count(IsCommand);
        var (wrong, problem) = await host.Client.SendAsync(
            ContractClient.HolderOf("police-partner"), HttpMethod.Post, $"/api/reviews/{review}/withdrawal", JsonContent.Create(new { reason = "Not needed." }));
        var (unknown, _) = await host.Client.SendAsync(
            ContractClient.Manager, HttpMethod.Get, $"/api/reviews/{new string('0', 32)}", content: null);
        using var nobody = await host.Http.GetAsync(new Uri($"/api/reviews/{review}", UriKind.Relative));
        var after = (await host.Client.JournalAsync(review)).Count(IsCommand);
        return (wrong, unknown, nobody.StatusCode) == (HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized) && before == after
            ? $"403 \"{problem.GetProperty("detail").GetString()}\", 404, 401; nothing written"
            : throw new DriveException($"{(int)wrong} {problem}, {(int)unknown}, {(int)nobody.StatusCode}; {before} entries, then {after}.");
    }

    // Letters are journalled meanwhile.
    private static bool IsCommand(string line) => !line.Contains("\"letter", StringComparison.Ordinal);
}
