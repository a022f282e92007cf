using System.Net;
using System.Text.Json;
using Workflows.Durability.Tests.Trap;

namespace Workflows.Durability.Tests.Crash;

/// <summary>
/// A case that several reviews go through side by side, step by step. At every step the program is killed once a review, each
/// time one durable write further on, before the write or after it, until the step passes without meeting the kill. After each
/// it is started again, the same command is given again under its own key, and the journal is asked from outside.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="reviews">How many reviews go side by side: the most kills of one step.</param>
/// <param name="every">Only every so many of the kill points are taken, 1 for all.</param>
/// <param name="from">The kill point to begin with, 0 for the first: other ones are taken then.</param>
/// <param name="kinds">The kinds of write that count.</param>
internal sealed partial class CrashMatrix(TrappedProgram program, int reviews, int every, int from, WriteKinds kinds)
{
    private readonly string[] _reviews = new string[reviews];
    private readonly Dictionary<string, HashSet<string>> _acknowledged = [];
    private int _steps;
    private int _turn = every - from;

    /// <summary>Where the program was killed, and how often.</summary>
    public SortedDictionary<string, int> Places { get; } = new(StringComparer.Ordinal);

    public int KillCount => Places.Values.Sum();

    public int Steps => _steps;

    public int Acknowledged => _acknowledged.Values.Sum(keys => keys.Count);

    /// <summary>One step of every review; false where a rule refuses it.</summary>
    /// <param name="deed">The command, by the review's number and identifier.</param>
    public async Task<bool> StepAsync(Func<int, string, Deedable> deed)
    {
        var step = ++_steps;
        using var kills = Kills().GetEnumerator();
        var more = true;
        for (var review = 0; review < _reviews.Length; review++)
        {
            var (command, key) = (deed(review, _reviews[review]), $"step-{step}-{review}");
            more = more && kills.MoveNext();
            if (more)
            {
                program.Trap.Arm(kills.Current.Deed, kills.Current.At, kinds);
            }

            var answer = await program.Cast.TryAsync(command, key);
            if (review == 0 && answer?.Status == HttpStatusCode.Conflict)
            {
                program.Trap.Disarm();
                if (more && program.Trap.IsMet)
                {
                    await RiseAsync(step, command, kills.Current.Deed);
                }

                return false;
            }

            if (answer is { } known)
            {
                Take(review, command, key, known);
            }

            if (more)
            {
                more = await HasKilledAsync(step, review, command, kills.Current.Deed);
            }

            if (answer is null)
            {
                if (!more)
                {
                    await LateDeathAsync(step, command, key);
                }

                Take(review, command, key, (await program.Cast.TryAsync(command, key))!.Value);
            }
        }

        return true;
    }

    /// <summary>Lets time pass, however often the program dies of it.</summary>
    /// <param name="to">The instant to move to.</param>
    /// <param name="most">Most kills.</param>
    public async Task TimeAsync(DateTimeOffset to, int most)
    {
        var step = ++_steps;
        var move = Deedable.Post("time", "business-manager", "/demo/clock", new { to });
        for (var kill = 0; ; kill++)
        {
            var deed = kill % 2 == 0 ? Deed.KillBefore : Deed.KillAfter;
            if (kill < most)
            {
                program.Trap.Arm(deed, 1 + (3 * kill % 7 * every), kinds);
            }

            if (await program.Cast.TryAsync(move, $"time-{step}-{kill}") is { } answer)
            {
                // A program that was killed on the way starts where it was moved to, and may have run past it since.
                var isPast = kill > 0 && answer.Status == HttpStatusCode.Conflict;
                Assert.True(answer.Status == HttpStatusCode.OK || isPast, answer.Body.ToString());
                program.Trap.Disarm();
                return;
            }

            await RiseAsync(step, move, deed);
        }
    }

    /// <summary>The first review as it stands, for whoever chooses the next step.</summary>
    public Task<JsonElement> LookAsync() => program.Cast.GetAsync($"/api/reviews/{_reviews[0]}");

    // The kill points of one step, in order: before, after and in the midst of each write that counts.
    private IEnumerable<(Deed Deed, int At)> Kills()
    {
        Deed[] deeds = kinds.HasFlag(WriteKinds.Write)
            ? [Deed.KillBefore, Deed.KillWithin, Deed.KillAfter] : [Deed.KillBefore, Deed.KillAfter];
        for (var at = 1; ; at++)
        {
            foreach (var deed in deeds)
            {
                if (_turn++ % every == 0)
                {
                    yield return (deed, at);
                }
            }
        }
    }

    private void Take(int review, Deedable command, string key, (HttpStatusCode Status, JsonElement Body) answer)
    {
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{command.Name}: {answer.Status} {answer.Body}");
        _reviews[review] ??= answer.Body.GetProperty("id").GetString()!;
        if (!_acknowledged.TryGetValue(_reviews[review], out var keys))
        {
            _acknowledged.Add(_reviews[review], keys = []);
        }

        keys.Add(HashOf(program.Cast.UserOf(command.Role), key));
    }

    private async Task<bool> HasKilledAsync(int step, int review, Deedable command, Deed deed)
    {
        await EffectsAsync(review);
        program.Trap.Disarm();

        // Something that the program writes by itself may reach the kill point at this very moment.
        if (!program.Trap.IsMet)
        {
            return false;
        }

        await RiseAsync(step, command, deed);
        return true;
    }

    // No kill was planned for this command. It died all the same where the one before it was about to, while the trap was being taken away.
    private async Task LateDeathAsync(int step, Deedable command, string key)
    {
        Assert.True(program.Trap.Fired > KillCount, $"{command.Name} ({key}) was not answered, though the program lives.");
        await RiseAsync(step, command, Deed.KillAfter);
    }

    private async Task RiseAsync(int step, Deedable command, Deed deed)
    {
        await program.DeathAsync();
        var place = $"{command.Name}, {deed}, {program.Trap.LastPlace.Split(' ')[0]} {FileKind(program.Trap.LastPlace)}";
        Places[place] = Places.GetValueOrDefault(place) + 1;
        Assert.True(program.Trap.Fired == KillCount, $"Step {step}: it died, but not of the trap: {program.Error}");
        await program.StartAsync();
    }
}
