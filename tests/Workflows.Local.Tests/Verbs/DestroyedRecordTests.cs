using System.Net.Http.Headers;
using System.Text;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Verbs;

/// <summary>Claim: after two people had a record destroyed, no byte of what was typed or handed in is in the folder, and verify finds the folder sound.</summary>
public sealed class DestroyedRecordTests : IDisposable
{
    private static readonly string[] Planted = ["Quarrenden", "Zyxbrook", "Hollowmere"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_left_in_the_folder_and_verify_finds_it_sound()
    {
        var data = _folder.Of("data");
        var (program, client) = await LocalProgram.ServeAsync(data, "2026-04-07T09:00:00Z");
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");
        var review = $"/api/reviews/{await client.OpenAsync("D-1", "2026-04-07")}";
        await client.PostAsync($"{review}/tasks/notification", new { facts = new { notificationSentOn = "2026-04-07", partnersAwareOn = "2026-04-07" }, note = "Zyxbrook." });
        await client.PostAsync($"{review}/tasks/agency-summary-1", new { });
        await client.PostAsync(
            $"{review}/tasks/rapid-review-meeting", new { facts = new { rapidReviewMeetingOn = "2026-04-07", immediateActionNeeded = false } });
        await HandInAsync(client, review);
        await client.PostAsync($"{review}/withdrawal", new { reason = "It was about Quarrenden of Zyxbrook." });
        await client.PostAsync("/demo/clock", new { to = "2051-06-01T09:00:00Z" });
        await client.PostAsync($"{review}/retention/approval", new { });
        await client.SignInAsync("police.partner");
        await client.PostAsync($"{review}/retention/approval", new { });
        await client.PostAsync("/demo/clock", new { by = "PT1M" });

        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await client.GetAsync($"{review}/retention")).GetProperty("destroyedAt").ValueKind);
        Assert.Equal(0, await program.StopAsync());
        Assert.Empty(Found(data));
        var verified = await Verb.RunAsync("verify", data);
        Assert.True(verified.Code == 0, verified.Output);
    }

    private static async Task HandInAsync(DemoClient client, string review)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("Hollowmere Lane 7"));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"quarrenden.txt\"");
        using var answer = await client.Http.PutAsync(new Uri($"{review}/documents/rapid-review-report", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    // UTF-8 and UTF-16, in any case, in contents and names.
    private static List<string> Found(string folder) =>
        [.. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            let text = Encoding.Latin1.GetString(File.ReadAllBytes(file)).Replace("\0", string.Empty, StringComparison.Ordinal)
            from word in Planted
            where text.Contains(word, StringComparison.OrdinalIgnoreCase) || file.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{word} in {file}"];
}
