using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Verbs;

/// <summary>A folder that was served from, with three reviews, looks, three files in quarantine, and anchors; tests spoil copies of it.</summary>
public sealed class ServedFolder : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private int _copies;
    private const string Bad = "worm-of-the-tests";

    /// <summary>Identifiers of the reviews.</summary>
    public IReadOnlyList<string> Reviews { get; private set; } = [];

    public string Data => _folder.Of("data");

    public async Task InitializeAsync()
    {
        await using var program = LocalProgram.RunIn(
            new Dictionary<string, string> { ["Scanner__Command"] = Scanner() }, "serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--clock", "2026-04-07T09:00:00Z");
        using var client = new DemoClient(await program.ReadyAsync());
        await client.SignInAsync("business.manager");
        Reviews = [await client.OpenAsync("V-1", "2026-04-07"), await client.OpenAsync("V-2", "2026-04-07"), await client.OpenAsync("V-3", "2026-04-07")];
        await client.PostAsync("/demo/clock", new { by = "P1D" });
        await client.PostAsync(
            $"/api/reviews/{Reviews[0]}/tasks/notification",
            new { facts = new { notificationSentOn = "2026-04-08", partnersAwareOn = "2026-04-08" } });
        await QuarantineAsync(client, $"/api/reviews/{Reviews[2]}");
        await client.GetAsync($"/api/reviews/{Reviews[0]}");
        await client.Http.GetStringAsync($"/api/reviews/{Reviews[0]}/journal");
        Assert.Equal(0, await program.StopAsync());
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    // Three files in which the scanner finds something.
    private static async Task QuarantineAsync(DemoClient client, string review)
    {
        await client.PostAsync($"{review}/tasks/notification", new { facts = new { notificationSentOn = "2026-04-08", partnersAwareOn = "2026-04-08" } });
        await client.PostAsync($"{review}/tasks/agency-summary-1", new { });
        await client.PostAsync($"{review}/tasks/rapid-review-meeting", new { facts = new { rapidReviewMeetingOn = "2026-04-08", immediateActionNeeded = false } });
        for (var file = 1; file <= 3; file++)
        {
            using var content = new StringContent($"A report with a {Bad} in it, number {file}.", System.Text.Encoding.UTF8, "text/plain");
            using var answer = await client.Http.PutAsync(new Uri($"{review}/documents/rapid-review-report", UriKind.Relative), content);
            Assert.Contains("document-is-clean", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private string Scanner()
    {
        var path = _folder.Of("scanner");
        File.WriteAllText(path, $"#!/bin/sh\nif grep -q -a -e '{Bad}' -e 'EICAR-STANDARD'; then echo 'Worm.Test FOUND'; exit 1; fi\nexit 0\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>A copy to spoil.</summary>
    public string Copy()
    {
        var target = _folder.Of($"copy-{Interlocked.Increment(ref _copies)}");
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return target;
    }
}
