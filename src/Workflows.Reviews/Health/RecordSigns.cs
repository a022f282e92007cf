using Workflows.Process.Calendar;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Health;

/// <summary>Whether the store takes what is recorded, what falls due is done, letters arrive, and it is on record who looked.</summary>
internal sealed class RecordSigns(IReviewIndex index, LookLog looks, StoreStanding store, MailStanding mail, TimeProvider clock) : IHealthSource
{
    // A wake is made within moments, and the watchdog of a host with several instances looks every few minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Those of the moment are being written.
    private const int LooksInWork = 100;

    public async Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var figures = await index.FiguresAsync(now, stop);
        var isLate = figures.LatestWake is { } latest && now - latest > Patience;
        return
        [
            new HealthSign(
                "storage", "Storage", store.IsAway ? HealthLevel.Look : HealthLevel.Good,
                store.IsAway ? "Can be read, and did not take what was to be recorded when it was last tried." : "Takes what is recorded.",
                "Nothing is lost: what was refused was not done, and can be sent again. See whether the disk is full or read-only, or whether the storage account, its access and its network answer, as the runbook says under ‘The disk is full, or the store cannot be reached’.",
                "The records could not be written when it was last tried. What was refused was not done, and can be sent again."),
            new HealthSign(
                "wakes", "Work that falls due", isLate ? HealthLevel.Look : HealthLevel.Good,
                isLate ? $"Waits since {At(figures.LatestWake!.Value)}." : "None waits.",
                "It is tried again by itself every few minutes. If it stays, look into the service’s log for the review: a damaged journal, a missing definition and a full disk say so there. Mend that, and start the service again: nothing is lost by it.",
                "Something that fell due has not been done yet; the log names the review."),
            new HealthSign(
                "mail", "Mail service", mail.IsAway ? HealthLevel.Look : HealthLevel.Good,
                mail.IsAway ? "Cannot be reached, or takes nothing for now. Letters wait." : "Takes letters.",
                "See whether the mail service is in trouble, and whether this service may still use its mailbox. Letters go by themselves when it is back.",
                "The mail service cannot be reached, or takes nothing for now. Letters wait, and go by themselves when it is back."),
            new HealthSign(
                "letters", "Letters", figures.LettersInTrouble > 0 ? HealthLevel.Look : HealthLevel.Good,
                figures.LettersInTrouble > 0 ? $"{figures.LettersInTrouble} need somebody." : "None needs somebody.",
                "Open the review, look at its letters, put the address right in the directory file if it is wrong, and press ‘Send again’.",
                "Some letters need a person; their reviews say which."),
            new HealthSign(
                "looks", "Record of who looked", looks.Unwritten > LooksInWork ? HealthLevel.Look : HealthLevel.Good,
                looks.Unwritten > LooksInWork ? $"{looks.Unwritten} looks are not on record yet." : "Up to date.",
                "Documents are not given out meanwhile. See whether the store can be written: disk, network, access.",
                "It cannot be recorded who looks at reviews. Documents are not given out meanwhile."),
        ];
    }

    private static string At(DateTimeOffset instant) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LondonTime.ToLondon(instant):d MMMM yyyy, HH:mm}");
}
