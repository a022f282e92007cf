using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Giving commands, keeping what was answered, and holding the world to its laws.</summary>
internal sealed partial class World
{
    private readonly Dictionary<string, HashSet<string>> _acknowledged = [];
    private readonly Dictionary<string, Func<Task>> _unanswered = [];
    private readonly HashSet<string> _confirmed = [];

    /// <summary>Gives a command; one that got no answer is given again later, under its key, until it gets one.</summary>
    private async Task<CommandAnswer?> GiveAsync(ReviewId review, CommandKey? key, Func<SimulatedHost, Task<CommandAnswer>> give)
    {
        Report.Commands++;
        var before = Store.Journals.GetValueOrDefault(review)?.Count ?? 0;
        var answer = await TryAsync(review, give);
        switch (answer)
        {
            case null when key is not null:
                Task Again() => GiveAsync(review, key, give);
                _unanswered[key.Hash] = Again;
                After(TimeSpan.FromSeconds(_random.Next(1, 600)), () => _unanswered.ContainsKey(key.Hash) ? Again() : Task.CompletedTask);
                return null;
            case CommandAnswer.Done { File: var file } when key is not null && file.Id == review && file.State.Commands.ContainsKey(key.Hash):
                Keep(review, key);
                break;
            case CommandAnswer.Refused:
                Report.Refused++;
                Law(Position(review) == before, "a refused command changed something");
                break;
        }

        if (key is not null)
        {
            _unanswered.Remove(key.Hash);
        }

        return answer;
    }

    private async Task<CommandAnswer?> TryAsync(ReviewId review, Func<SimulatedHost, Task<CommandAnswer>> give)
    {
        try
        {
            return await give(Host());
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
        catch (ProgramEnded)
        {
            Restart();
            return null;
        }
        finally
        {
            Look(review);
        }
    }

    // A command that had nothing to do is done without an entry: it leaves no key.
    private void Keep(ReviewId review, CommandKey key)
    {
        Law(_watches.TryGetValue(review.Value, out var watch) && watch.Keys.ContainsKey(key.Hash), "a command was answered and is not in the journal");
        Report.Acknowledged++;
        (_acknowledged.TryGetValue(review.Value, out var keys) ? keys : _acknowledged[review.Value] = []).Add(key.Hash);
    }

    private int Position(ReviewId review) => Store.Journals.GetValueOrDefault(review)?.Count ?? 0;

    private void Look(ReviewId review)
    {
        if (Store.Journals.TryGetValue(review, out var lines))
        {
            if (!_watches.TryGetValue(review.Value, out var watch))
            {
                _watches.Add(review.Value, watch = new Watch(review));
            }

            watch.Look(lines, _codec, Store.Papers.KeyOf(review), entry => Take(review, entry));
        }
    }

    private void LookAtAll()
    {
        foreach (var review in Store.Journals.Keys)
        {
            Look(review);
        }
    }

    // With nothing going wrong any more, all that was left is done; then the whole is looked at.
    private async Task JudgeAsync()
    {
        Faults.AreOff = true;
        Restart();
        while (_unanswered.Count > 0)
        {
            await _unanswered.OrderBy(pair => pair.Key, StringComparer.Ordinal).First().Value();
        }

        await LookAtCalendarAsync();
        _setAside.Clear();
        while (NextWake() is var due && due.At <= Clock.GetUtcNow())
        {
            await WakeAsync(due.Review);
        }

        LookAtAll();
        foreach (var review in Store.Journals.Keys)
        {
            await JudgeAsync(review);
        }

        Report.Letters = Mail.Delivered.Count;
        foreach (var (letter, times) in Mail.Delivered)
        {
            Law(times <= 1 + Mail.AskedAgain.GetValueOrDefault(letter), $"the letter {letter} came {times} times");
        }

        Law(_confirmed.All(Mail.Delivered.ContainsKey), "a letter is confirmed that nobody got");
    }

    private async Task JudgeAsync(ReviewId review)
    {
        Law(
            _acknowledged.GetValueOrDefault(review.Value, []).All(_watches[review.Value].Keys.ContainsKey),
            $"an answered command of {review} is not in its journal");
        new Watch(review).Look(Store.Journals[review], _codec, Store.Papers.KeyOf(review), _ => { });
        var file = (await Host().Desk.FindAsync(review, default))!;
        var context = Host().Contexts.For(file.Definition, file.State.Partnership);
        var summary = file.Summarise(context);
        var indexed = Store.Index[review];
        var (told, known) = (Told(summary), Told(indexed));
        Law(told == known, $"the index says of {review} {known}, its journal {told}");

        // A wake too early finds nothing to do; one too late is late.
        Law(
            summary.NextWakeAt is null || indexed.NextWakeAt <= summary.NextWakeAt,
            $"the index wakes {review} at {indexed.NextWakeAt:O} instead of {summary.NextWakeAt:O}");
        Law(
            !file.State.IsOpen || summary.NextWakeAt is not null || ReviewActions.For(file.State, context).Count > 0,
            $"{review} is open, and nothing can be done and nothing will happen");
    }

    // One instant can be written with several offsets; wakes are judged apart.
    private static string Told(ReviewSummary summary) => JsonSerializer.Serialize(summary with
    {
        NextWakeAt = null, ChangedAt = summary.ChangedAt.ToUniversalTime(), OpenedAt = summary.OpenedAt.ToUniversalTime(),
    });

    private static CommandKey KeyOf(Caller caller, string key) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.User}\n{key}")))[..32], "print");

    private static void Law(bool holds, string broken)
    {
        if (!holds)
        {
            throw new LawBroken(broken);
        }
    }
}
