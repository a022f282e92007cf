using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What people and programs do in a world.</summary>
internal sealed partial class World
{
    private const int MostAtOnce = 5;
    private readonly HashSet<string> _lived = new(StringComparer.Ordinal);

    private async Task OpenAsync(int number)
    {
        var definition = Catalogue.Find(_deeds.Pick(Eras.In(Today)).Key)!;
        var partnership = _deeds.Pick(People.Partnerships);
        var command = new OpenReview(
            partnership, $"SIM-{number}", Directory.Current.SettingsOf(partnership), _deeds.Answers(definition.Facts, Today));
        if (Somebody(definition.OpenedBy[0], partnership) is not { } caller)
        {
            After(TimeSpan.FromDays(3), () => OpenAsync(number));
            return;
        }

        var key = KeyOf(caller, $"open-{number}");
        var review = ReviewId.From("open", key.Hash);
        if (await GiveAsync(review, key, host => host.Desk.OpenAsync(new Opening(definition, command, key), caller, default))
            is CommandAnswer.Refused)
        {
            // A wrong answer at the opening; another try with better ones is another opening.
            After(TimeSpan.FromHours(1), () => OpenAsync(number + 1_000_000));
            return;
        }

        Report.Processes.Add(definition.Key);
        LiveFrom(review);
    }

    // Also of a review that another one started.
    private void LiveFrom(ReviewId review)
    {
        if (_lived.Add(review.Value))
        {
            After(Pause(), () => ActAsync(review));
        }
    }

    // Whoever has come to a review does one thing or several, and others are there at the same time.
    private async Task ActAsync(ReviewId review)
    {
        if (await FileAsync(review) is not { } file)
        {
            After(TimeSpan.FromMinutes(10), () => ActAsync(review));
            return;
        }

        After(Pause(), () => ActAsync(review));
        var things = !file.State.IsOpen && _random.Next(4) > 0 ? 0 : _random.Next(1, MostAtOnce);
        for (var thing = 0; thing < things; thing++)
        {
            await ActOnceAsync(review);
            Clock.MoveTo(Clock.GetUtcNow().AddSeconds(_random.Next(0, 40)));
        }
    }

    private async Task ActOnceAsync(ReviewId review)
    {
        if (await FileAsync(review) is not { } file)
        {
            return;
        }

        var context = Host().Contexts.For(file.Definition, file.State.Partnership);
        var actions = ReviewActions.For(file.State, context);
        var (command, role) = Troubled(file)
            ?? (_random.Next(4) == 0 ? _deeds.Seldom(file, [.. _watches.Keys], Today) : _deeds.Any(file, actions, Today));
        if (Somebody(role, file.State.Partnership) is not { } caller)
        {
            return;
        }

        var key = KeyOf(caller, $"act-{_order++}");
        await GiveAsync(review, key, host => host.Desk.HandleAsync(review, command, caller, key, default));
        await ContradictAsync(review, command, caller, key);
        if (_random.Next(60) == 0 && file.State.Letters.Values.Where(letter => letter.Status == LetterStatus.Confirmed).MinBy(letter => letter.Id, StringComparer.Ordinal) is { } sent)
        {
            var back = new RecordLetter(new LetterReturned(sent.Id, "Nobody of that name."));
            await GiveAsync(review, key: null, host => host.Desk.HandleAsync(review, back, caller: null, key: null, default));
        }
    }

    // The same again, something else under the same key, or a command on a version that is past.
    private async Task ContradictAsync(ReviewId review, ReviewCommand command, Caller caller, CommandKey key)
    {
        var known = Store.Journals.GetValueOrDefault(review)?.Count ?? 0;
        var done = _acknowledged.GetValueOrDefault(review.Value)?.Contains(key.Hash) == true;
        switch (_random.Next(20))
        {
            case 0 or 1 when done:
                var same = _hole == Hole.CommandTwice ? null : key;
                var again = await TryAsync(review, host => host.Desk.HandleAsync(review, command, caller, same, default));
                Law(again is null or CommandAnswer.Done { Repeated: true }, "a command given again was not known");
                Report.Repeated++;
                break;
            case 2 when done:
                var other = key with { Fingerprint = "other" };
                var reused = await TryAsync(review, host => host.Desk.HandleAsync(review, new WithdrawReview("No."), caller, other, default));
                Law(reused is null or CommandAnswer.Refused { Refusal.Rule: "idempotency-key-reused" }, "a key was used for two commands");
                Report.Repeated++;
                break;
            case 3 when known > 1:
                var stale = await TryAsync(review, host => host.Desk.HandleAsync(
                    review, new WithdrawReview("No."), caller, KeyOf(caller, $"stale-{_order++}"), default, expected: known - 1));
                Law(stale is null or CommandAnswer.Refused { Refusal.Rule: ReviewDesk.SeenVersionRule }, "a past version was decided on");
                break;
            default:
                return;
        }

        Law(Store.Journals.GetValueOrDefault(review)?.Count == known, "a contradiction changed something");
    }

    private (ReviewCommand Command, string Role)? Troubled(ReviewFile file)
    {
        var letter = file.State.Letters.Values.Where(each => each.InTrouble).OrderBy(each => each.Id, StringComparer.Ordinal).FirstOrDefault();
        return letter is not null && _random.Next(3) == 0 ? (new ResendLetter(letter.Id, "Send it again."), file.Definition.OpenedBy[0]) : null;
    }

    private TimeSpan Pause() => _random.Next(10) switch
    {
        < 6 => TimeSpan.FromHours(_random.Next(1, 72)),
        < 9 => TimeSpan.FromDays(_random.Next(1, 20)),
        _ => TimeSpan.FromDays(_random.Next(20, 60)),
    };

    // Whoever holds the role today, or stands in; nobody where all are away.
    private Caller? Somebody(string role, string partnership)
    {
        var directory = Directory.Current;
        var able = directory.People.Where(person => !person.IsAbsentOn(Today))
            .Select(person => new Caller(person.User, directory.RolesOf(person.User, partnership, Today)))
            .Where(caller => caller.Roles.Contains(role)).ToArray();
        return able.Length == 0 ? null : _deeds.Pick(able);
    }

    private async Task<ReviewFile?> FileAsync(ReviewId review)
    {
        try
        {
            return await Host().Desk.FindAsync(review, default);
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
    }
}
