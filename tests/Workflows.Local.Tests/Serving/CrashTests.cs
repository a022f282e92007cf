using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Serving;

/// <summary>
/// Claim: whenever the program is killed under a load of commands, every command that was answered is there afterwards, no
/// letter is doubled, and no review is stuck. WORKFLOWS_CRASH_ROUNDS says how often it is killed.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const string User = "business.manager";
    private const int Clients = 8;
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWS_CRASH_ROUNDS"), out var rounds) ? rounds : 4;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_again_and_again_it_loses_no_answered_command_doubles_no_letter_and_leaves_no_review_stuck()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (program, client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:00:00Z");
            await using var ending = program;
            using var closing = client;
            await client.SignInAsync(User);
            await LoadAndKillAsync(program, client, round);
        }

        Assert.NotEmpty(_acknowledged);
        await using var last = await LookAsync();
        Assert.Equal(0, await last.StopAsync());
        var verified = await Verb.RunAsync("verify", _folder.Path);
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
    }

    // Killed when a number of commands has been answered that differs from round to round: in the midst of the others.
    private async Task LoadAndKillAsync(LocalProgram program, DemoClient client, int round)
    {
        var target = _acknowledged.Count + 10 + (37 * round % 60);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var killed = false;
        var load = Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            for (var turn = 0; !Volatile.Read(ref killed); turn++)
            {
                try
                {
                    await OneReviewAsync(client, $"{round}-{number}-{turn}");
                }
                catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException or TaskCanceledException)
                {
                    // Cut off without an answer: whether it was done is not claimed.
                    return;
                }

                if (_acknowledged.Count >= target)
                {
                    reached.TrySetResult();
                }
            }
        })).ToArray();
        await Task.WhenAny(reached.Task, Task.WhenAll(load)).WaitAsync(TimeSpan.FromSeconds(60));
        await program.KillAsync();
        Volatile.Write(ref killed, true);
        await Task.WhenAll(load);
    }

    private async Task OneReviewAsync(DemoClient client, string name)
    {
        var review = await client.OpenAsync($"CRASH-{name}", "2026-01-05", $"open-{name}");
        _acknowledged[$"open-{name}"] = review;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reviews/{review}/tasks/notification")
        {
            Content = JsonContent.Create(new { facts = new { notificationSentOn = "2026-01-05", partnersAwareOn = "2026-01-05" } }),
        };
        request.Headers.Add("Idempotency-Key", $"notify-{name}");
        using var answer = await client.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        _acknowledged[$"notify-{name}"] = review;
    }

    private async Task<LocalProgram> LookAsync()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path);
        using var closing = client;
        await client.SignInAsync(User);
        await client.PostAsync("/demo/clock", new { by = "P60D" });
        var now = await client.NowAsync();
        foreach (var review in _acknowledged.GroupBy(pair => pair.Value, pair => pair.Key))
        {
            var journal = await client.Http.GetStringAsync($"/api/reviews/{review.Key}/journal");
            Assert.All(review, key => Assert.Contains($"\"key\":\"{HashOf(key)}\"", journal, StringComparison.Ordinal));
            var next = (await client.GetAsync($"/api/reviews/{review.Key}")).GetProperty("nextWakeAt");
            Assert.True(next.ValueKind == JsonValueKind.Null || next.GetDateTimeOffset() > now, $"{review.Key} is stuck.");
        }

        var doubled = (await client.LettersAsync()).GroupBy(letter => (letter.Review, letter.To, letter.Kind, letter.Subject))
            .Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(doubled);
        return program;
    }

    private static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{User}\n{key}")))[..32];
}
