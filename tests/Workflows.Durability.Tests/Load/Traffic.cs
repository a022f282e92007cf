using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Workflows.Durability.Tests.Crash;

namespace Workflows.Durability.Tests.Load;

/// <summary>
/// The people of a country at their work: reviews are opened at an even pace, and whoever is free takes up the next review, looks at it, and
/// does what can be done. A command that gets no answer, because the program is down, is given again under its key until it does.
/// </summary>
internal sealed class Traffic(Cast cast, TimeSpan lasts, double openingsASecond)
{
    private const int People = 16;
    private readonly ConcurrentQueue<string> _open = [];
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _acknowledged = [];
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private int _opened;
    private int _keys;
    private int _unanswered;

    public Latencies Commands { get; } = new();

    public Latencies Reads { get; } = new();

    public int Opened => _opened;

    public int Planned => (int)(lasts.TotalSeconds * openingsASecond);

    public int Unanswered => _unanswered;

    /// <summary>Keys of the commands that were answered, by review.</summary>
    public IReadOnlyDictionary<string, ConcurrentBag<string>> Acknowledged => _acknowledged;

    public bool IsOver => _time.Elapsed >= lasts;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, People).Select(_ => Task.Run(WorkAsync)));

    private async Task WorkAsync()
    {
        while (!IsOver)
        {
            var due = _time.Elapsed.TotalSeconds * openingsASecond;
            var number = Volatile.Read(ref _opened);
            if (number < due && Interlocked.CompareExchange(ref _opened, number + 1, number) == number)
            {
                await OpenAsync(number);
            }
            else if (_open.TryDequeue(out var review))
            {
                await TakeUpAsync(review);
            }
            else
            {
                await Task.Delay(20);
            }
        }
    }

    private async Task OpenAsync(int number)
    {
        var today = await TodayAsync();
        var opening = Deedable.Post("open", "business-manager", "/api/reviews", new
        {
            process = "lcspr", partnership = "fernshire", reference = $"LOAD-{number}",
            facts = new { awareOn = today, harm = "harmed", agencies = "Health visiting" },
        });
        if (await GiveAsync(opening, review: null) is { } answer)
        {
            _open.Enqueue(answer.GetProperty("id").GetString()!);
        }
    }

    private async Task TakeUpAsync(string review)
    {
        if (await ReadAsync($"/api/reviews/{review}") is not { } seen || seen.GetProperty("state").GetString() != "open")
        {
            return;
        }

        var today = await TodayAsync();
        foreach (var action in seen.GetProperty("actions").EnumerateArray())
        {
            if (await GiveAsync(Deedable.Of(action, today), review) is not null)
            {
                break;
            }
        }

        _open.Enqueue(review);
    }

    private async Task<string> TodayAsync() =>
        await ReadAsync("/demo/clock") is { } clock ? clock.GetProperty("now").GetString()![..10] : "2026-04-07";

    private async Task<JsonElement?> ReadAsync(string path)
    {
        while (!IsOver)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                var read = await cast.GetAsync(path);
                Reads.Add(Stopwatch.GetElapsedTime(began));
                return read;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException or TaskCanceledException or ObjectDisposedException)
            {
                await Task.Delay(200);
            }
        }

        return null;
    }

    private async Task<JsonElement?> GiveAsync(Deedable command, string? review)
    {
        var key = $"load-{Interlocked.Increment(ref _keys)}";
        for (var attempt = 0; !IsOver || attempt > 0; attempt++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await cast.TryAsync(command, key) is { } answer)
            {
                Commands.Add(Stopwatch.GetElapsedTime(began));
                if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created))
                {
                    return null;
                }

                var id = review ?? answer.Body.GetProperty("id").GetString()!;
                _acknowledged.GetOrAdd(id, _ => []).Add(CrashMatrix.HashOf(cast.UserOf(command.Role), key));
                return answer.Body;
            }

            Interlocked.Increment(ref _unanswered);
            await Task.Delay(200);
        }

        return null;
    }
}
