using Workflows.Process.Journal;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>
/// Claim: whoever watches a journal finds each thing that a faulty program might write into it, properly sealed: the journals of a world are
/// changed entry by entry, and sealed anew.
/// </summary>
public sealed class WatchTests
{
    private static readonly JournalCodec s_codec = new(new AuditKey(World.Key));

    [Fact]
    public async Task What_a_faulty_program_would_write_is_found_whatever_seal_it_bears()
    {
        using var world = new World(20260105, Eras.All[^1], reviews: 20, oneFaultIn: 200);
        await world.RunAsync();
        var journals = world.Store.Journals.ToDictionary(pair => pair.Key, pair => Entries(world, pair.Key, pair.Value));
        foreach (var (review, entries) in journals)
        {
            Watched(world, review, entries);
        }

        (string Law, Func<List<JournalEntry>, List<JournalEntry>?> Spoil)[] faults =
        [
            ("fired twice", list => Twice(list, entry => entry.Event is RungFired)),
            ("though the deadline had ended", RungAfterItsEnd),
            ("below its quorum", list => Without(list, entry => entry.Event is ApprovalGiven)),
            ("approved what they handed in", OwnWork),
            ("which is not theirs", list => Change(list, entry => entry.Event is ApprovalGiven given ? entry with { Event = given with { Role = "nobody" } } : null)),
            ("is there twice", list => Twice(list, entry => entry.Key is not null && entry.Event is not ReviewOpened)),
            ("follows", list => Twice(list, entry => entry.Event is LetterAttempted)),
            ("without an attempt", list => Without(list, entry => entry.Event is LetterAttempted)),
            ("two letters are called", list => Twice(list, entry => entry.Event is LetterIntended)),
            ("time goes back", list => Change(list, entry => entry.Sequence == list.Count ? entry with { At = entry.At.AddYears(-1) } : null)),
        ];
        foreach (var (law, spoil) in faults)
        {
            var tried = 0;
            foreach (var (review, entries) in journals)
            {
                if (spoil([.. entries]) is { } spoilt)
                {
                    tried++;
                    var found = Assert.Throws<LawBroken>(() => Watched(world, review, spoilt));
                    Assert.Contains(law, found.Message, StringComparison.Ordinal);
                }
            }

            Assert.True(tried > 0, $"No journal has what could be spoilt for: {law}.");
        }
    }

    private static List<JournalEntry> Entries(World world, ReviewId review, IReadOnlyList<JournalLine> lines)
    {
        var seal = string.Empty;
        return [.. lines.Select(line => s_codec.Read(review, line, ref seal, world.Store.Papers.KeyOf(review)))];
    }

    // Sealed as the program would have sealed it.
    private static void Watched(World world, ReviewId review, IReadOnlyList<JournalEntry> entries)
    {
        var seal = string.Empty;
        var words = world.Store.Papers.KeyOf(review) ?? WordsKey.New();
        var numbered = entries.Select((entry, at) => entry with { Sequence = at + 1 }).ToArray();
        new Watch(review).Look(s_codec.Write(review, numbered, ref seal, words), s_codec, words, _ => { });
    }

    private static List<JournalEntry>? Twice(List<JournalEntry> list, Predicate<JournalEntry> which)
    {
        if (list.FindIndex(which) is var at and >= 0)
        {
            list.Insert(at + 1, list[at]);
            return list;
        }

        return null;
    }

    private static List<JournalEntry>? Without(List<JournalEntry> list, Predicate<JournalEntry> which)
    {
        // Approvals that were begun again do not count, and what was never settled or confirmed breaks no law.
        var matters = list.Exists(entry => entry.Event is ItemSettled settled && list.Exists(other => which(other) && other.Event is ApprovalGiven given && given.Item == settled.Item))
            || list.Exists(entry => entry.Event is LetterConfirmed confirmed && list.Exists(other => which(other) && other.Event is LetterAttempted tried && tried.Letter == confirmed.Letter));
        return matters && list.RemoveAll(which) > 0 ? list : null;
    }

    private static List<JournalEntry>? Change(List<JournalEntry> list, Func<JournalEntry, JournalEntry?> change)
    {
        for (var at = 0; at < list.Count; at++)
        {
            if (change(list[at]) is { } changed)
            {
                list[at] = changed;
                return list;
            }
        }

        return null;
    }

    private static List<JournalEntry>? RungAfterItsEnd(List<JournalEntry> list)
    {
        var met = list.FindIndex(entry => entry.Event is DeadlineMet);
        if (met < 0)
        {
            return null;
        }

        var deadline = ((DeadlineMet)list[met].Event).Deadline;
        var other = list.Find(entry => entry.Event is RungFired);
        if (other?.Event is not RungFired rung)
        {
            return null;
        }

        list.Insert(met + 1, list[met] with { Key = null, Fingerprint = null, Event = rung with { Deadline = deadline, Rung = "no-rung-of-that-name", Planned = list[met].At } });
        return list;
    }

    private static List<JournalEntry>? OwnWork(List<JournalEntry> list)
    {
        var at = list.FindIndex(entry => entry.Event is ApprovalGiven given && About(list, given) is not null);
        if (at < 0)
        {
            return null;
        }

        var author = About(list.Take(at), (ApprovalGiven)list[at].Event);
        if (author is null)
        {
            return null;
        }

        list[at] = list[at] with { By = list[at].By with { User = author } };
        return list;
    }

    // Only approvals of the rapid review's and the review's report are looked at: their documents are known by name.
    private static string? About(IEnumerable<JournalEntry> list, ApprovalGiven given)
    {
        var document = given.Item switch { "rapid-review-sign-off" => "rapid-review-report", "report-approval" => "report", _ => null };
        return list.LastOrDefault(entry => entry.Event is DocumentStored stored && stored.Item == document)?.By.User;
    }
}
