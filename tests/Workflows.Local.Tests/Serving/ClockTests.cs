using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Serving;

public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Letters_bear_the_instant_at_which_they_fell_due()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:30:00Z");
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");
        var review = await client.OpenAsync("CLOCK-1", "2026-01-05");
        var moved = await client.PostAsync("/demo/clock", new { to = "2026-02-05T00:00:00Z" });
        Assert.Equal(new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero), moved.GetProperty("now").GetDateTimeOffset());

        // Aware on Monday 5 January: five working days end on Monday 12 January.
        var letters = (await client.LettersAsync($"?review={review}")).Where(letter => letter.SentAt.Date > Start.Date).ToArray();
        Assert.Equal(
            ["2026-01-07 09:00", "2026-01-12 09:00", "2026-01-13 09:00", "2026-01-19 09:00", "2026-01-26 09:00", "2026-02-02 09:00"],
            letters.Select(letter => $"{letter.SentAt:yyyy-MM-dd HH:mm}").Distinct());
        var notice = Assert.Single(letters, letter => letter.Kind == "delay-notice");
        Assert.Equal(("notices@panel.example", new DateTimeOffset(2026, 1, 13, 9, 0, 0, TimeSpan.Zero)), (notice.To, notice.SentAt));
        Assert.Equal(notice, Assert.Single(await client.LettersAsync("?kind=delay-notice")));
        Assert.Empty(await client.LettersAsync($"?after={(await client.LettersAsync())[^1].Id}"));
    }

    [Fact]
    public async Task A_wake_that_came_while_its_reader_decided_is_no_way_back_but_an_hour_ago_is()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:30:00Z");
        await using var ending = program;
        using var closing = client;
        var read = await client.NowAsync();
        var moved = await client.PostAsync("/demo/clock", new { to = read.AddSeconds(-1) });
        Assert.True(moved.GetProperty("now").GetDateTimeOffset() >= read);
        using var back = JsonContent.Create(new { to = read.AddHours(-1) });
        Assert.Equal(409, (await client.RefusedAsync("/demo/clock", back)).Status);
    }

    [Fact]
    public async Task A_token_outlives_years_of_the_demonstrations_clock()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:30:00Z");
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");
        await client.PostAsync("/demo/clock", new { by = "P5Y" });
        Assert.Empty((await client.GetAsync("/api/reviews")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Moves_at_the_same_time_come_one_after_another_and_a_repeated_one_once()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:30:00Z");
        await using var ending = program;
        using var closing = client;
        var before = await client.NowAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsync("/demo/clock", new { by = "P1D" })));
        await MoveWithKeyAsync();
        await MoveWithKeyAsync();
        var passed = await client.NowAsync() - before;
        Assert.InRange(passed, TimeSpan.FromDays(9), TimeSpan.FromDays(9.5));

        async Task MoveWithKeyAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/demo/clock") { Content = JsonContent.Create(new { by = "P1D" }) };
            request.Headers.Add("Idempotency-Key", "one-move");
            using var answer = await client.Http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task After_a_power_cut_it_resumes_no_earlier_than_it_stopped()
    {
        var (first, before) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:00:00Z");
        DateTimeOffset stopped;
        await using (first)
        {
            await before.PostAsync("/demo/clock", new { by = "P40D" });
            stopped = await before.NowAsync();
            before.Dispose();
            await first.KillAsync();
        }

        var (second, after) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:00:00Z");
        await using var ending = second;
        using var closing = after;
        Assert.InRange(await after.NowAsync(), stopped, stopped.AddHours(1));
        await second.StopAsync();
        Assert.Contains("is earlier", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_weeks_down_are_caught_up_with_one_letter_a_person()
    {
        var (first, before) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:00:00Z");
        long known;
        string review;
        await using (first)
        {
            await before.SignInAsync("business.manager");
            review = await before.OpenAsync("DOWN-1", "2026-01-05");
            known = (await before.LettersAsync())[^1].Id;
            before.Dispose();
            await first.KillAsync();
        }

        var (second, after) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-26T10:00:00Z");
        await using var ending = second;
        using var closing = after;
        var letters = await after.LettersAsync($"?after={known}");
        Assert.NotEmpty(letters);
        Assert.Equal(letters.Count, letters.Select(letter => letter.To).Distinct().Count());
        Assert.Single(letters, letter => letter is { Kind: "delay-notice", To: "notices@panel.example" });
        Assert.All(letters, letter => Assert.True(letter.SentAt >= Start.AddDays(21)));

        // Nothing of it comes again.
        await after.PostAsync("/demo/clock", new { by = "PT1H" });
        Assert.Empty(await after.LettersAsync($"?after={letters[^1].Id}"));
        await after.SignInAsync("business.manager");
        var next = (await after.GetAsync($"/api/reviews/{review}")).GetProperty("nextWakeAt");
        Assert.True(next.ValueKind == JsonValueKind.Null || next.GetDateTimeOffset() > await after.NowAsync());
    }
}
