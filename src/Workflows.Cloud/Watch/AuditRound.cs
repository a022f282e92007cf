using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflows.Process.Calendar;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Verifies once a day what cannot be changed unseen, as <c>verify</c> does on one machine: every journal and every other chain line by
/// line, and against the anchors. Whichever instance comes first does it for all; what it found stands in a note, and in the log by place.
/// </summary>
/// <param name="place">Where the anchors are.</param>
/// <param name="journal">The journals.</param>
/// <param name="chains">The other chains.</param>
/// <param name="key">The keys.</param>
/// <param name="codec">Reads journals; their free text stays sealed.</param>
/// <param name="notes">Keeps when it was last made, and how much was found.</param>
/// <param name="clock">Says which day it is.</param>
/// <param name="log">Takes each place.</param>
internal sealed class AuditRound(
    AnchorPlace place, IReviewJournal journal, IChainedLog chains, AuditKey key, JournalCodec codec, IHostNotes notes, TimeProvider clock,
    ILogger<AuditRound> log) : IWatchRound
{
    /// <summary>The note: when it was last made, and how many problems it found.</summary>
    public const string Note = "audit";

    public string Name => "audit";

    /// <summary>Reads the note; null where there is none, or it is none of ours.</summary>
    public static (DateTimeOffset At, int Found)? Parse(string? note) =>
        note?.Split(' ') is [var at, var found] && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var when)
        && int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (when, count) : null;

    public async Task MakeAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (Parse(await notes.ReadAsync(Note, stop)) is { } last && LondonTime.DateOf(last.At) == LondonTime.DateOf(now))
        {
            return;
        }

        var (journals, found) = (0, 0);
        var check = await AuditCheck.BeginAsync(place, chains, key, stop);
        await foreach (var review in journal.ListAsync(stop))
        {
            journals++;
            var (lines, unreadable) = await ReadAsync(review, stop);
            var cut = check.Journal(review, lines);
            if ((unreadable ?? DamageOf(review, lines)) is { } damage)
            {
                Tell(damage);
            }

            foreach (var problem in unreadable is null ? cut : [])
            {
                Tell(problem);
            }
        }

        await foreach (var problem in check.RestAsync(stop))
        {
            Tell(problem);
        }

        await notes.WriteAsync(Note, string.Create(CultureInfo.InvariantCulture, $"{now:O} {found}"), stop);
        HostLog.Audited(log, journals, found);

        void Tell(string problem)
        {
            found++;
            HostLog.AuditFound(log, problem);
        }
    }

    // One that cannot be read keeps none of the others from being looked at.
    private async Task<(IReadOnlyList<JournalLine> Lines, string? Unreadable)> ReadAsync(ReviewId review, CancellationToken stop)
    {
        try
        {
            return (await journal.ReadAsync(review, after: 0, stop), null);
        }
        catch (InvalidDataException damage)
        {
            return ([], $"The journal of review {review} cannot be read: {damage.Message}");
        }
    }

    private string? DamageOf(ReviewId review, IReadOnlyList<JournalLine> lines)
    {
        var seal = string.Empty;
        try
        {
            foreach (var line in lines)
            {
                codec.Read(review, line, ref seal, words: null, out _);
            }

            return null;
        }
        catch (JournalDamagedException damage)
        {
            return damage.Message;
        }
    }
}
