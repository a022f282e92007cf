using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Graph.Connection;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Sending;

/// <summary>
/// Sends letters from one mailbox through Microsoft Graph: never two copies of a letter, and where that cannot be told,
/// <see cref="MailResult.Unclear"/>.
/// </summary>
/// <remarks>
/// <para>A letter is a draft with our key, then a sending record (and a look whether another worker has written one for a
/// draft of its own), then an order to send that draft by its identifier. All of it stays in the mailbox, so that any later
/// attempt, by any instance, after any crash, can tell how far the letter got:</para>
/// <list type="bullet">
/// <item>it is among the sent items: sent;</item>
/// <item>no record: it was never sent; its draft is sent, or a new one made;</item>
/// <item>a record, and its draft is still there after <see cref="GraphMailOptions.LookAgainAfter"/>: not sent; that same
/// draft is sent, which cannot make a second copy;</item>
/// <item>a record, and its draft has gone: under way, for the sent items lag behind. It is looked for again for
/// <see cref="GraphMailOptions.LookFor"/>, each time answering <see cref="MailResult.NotYet"/>; then a person is
/// asked.</item>
/// </list>
/// <para>While a letter is being looked for, <see cref="MailResult.NotYet"/> means "not known to be sent". Giving up on it
/// before <see cref="GraphMailOptions.LookFor"/> has passed is giving up on an unclear letter.</para>
/// </remarks>
internal sealed class GraphMailSender(
    Mailbox mailbox, SendingRecords records, IOptions<GraphMailOptions> options, TimeProvider time,
    ILogger<GraphMailSender> logger) : IMailSender
{
    private readonly TimeSpan _lookAgainAfter = options.Value.LookAgainAfter;
    private readonly TimeSpan _lookFor = options.Value.LookFor;

    public async Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
    {
        var fault = LetterMessage.Fault(letter);
        var result = fault is null ? await AttemptAsync(letter, stop) : new MailResult.Refused(fault);
        Logs.Outcome(logger, fault is null ? letter.Key : "(not valid)", letter.Attempt, result);
        return result;
    }

    private async Task<MailResult> AttemptAsync(OutgoingLetter letter, CancellationToken stop)
    {
        try
        {
            return letter.Attempt > 1 || letter.PersonAskedAgain
                ? await ResumeAsync(letter, stop)
                : await DispatchAsync(letter, draft: null, record: null, stop);
        }
        catch (GraphFaultException fault) when (fault.Kind == FaultKind.Refused)
        {
            return new MailResult.Refused(fault.Message);
        }
        catch (GraphFaultException fault)
        {
            return new MailResult.NotYet(fault.Message, fault.RetryAfter);
        }
    }

    /// <summary>Looks how far earlier attempts got, and goes on from there.</summary>
    private async Task<MailResult> ResumeAsync(OutgoingLetter letter, CancellationToken stop)
    {
        // Drafts first: a message moves from there to the sent items, and would be missed on the way if looked for the other way round.
        var drafts = await mailbox.FindDraftsAsync(letter.Key, stop);
        if (await mailbox.FindSentAsync(letter.Key, stop) is { } sent)
        {
            return new MailResult.Sent(sent.Name);
        }

        var record = SendingRecord.Choose(await records.FindAsync(letter.Key, stop), drafts);
        if (record is null)
        {
            return await DispatchAsync(letter, drafts.FirstOrDefault(), record: null, stop);
        }

        var draft = drafts.FirstOrDefault(found => found.Name == record.Draft);
        if (draft is null && await mailbox.FindFiledAsync(letter.Key, stop) is { } filed)
        {
            return new MailResult.Sent(filed.Name);
        }

        if (!record.Reported)
        {
            return await UnderWayAsync(letter, draft, record, stop);
        }

        return letter.PersonAskedAgain
            ? await DispatchAsync(letter, draft ?? drafts.FirstOrDefault(), record, stop)
            : new MailResult.Unclear(Reasons.Unclear);
    }

    /// <summary>Sending was asked for, and nobody has been told of its end.</summary>
    private async Task<MailResult> UnderWayAsync(OutgoingLetter letter, MailboxItem? draft, SendingRecord record, CancellationToken stop)
    {
        var age = record.Age(time.GetUtcNow());
        if (draft is not null)
        {
            return age >= _lookAgainAfter
                ? await DispatchAsync(letter, draft, record, stop)
                : new MailResult.NotYet(Reasons.StillDraft, _lookAgainAfter - age);
        }

        if (age < _lookFor)
        {
            return new MailResult.NotYet(Reasons.LookingAgain, _lookAgainAfter);
        }

        await records.ReportAsync(record, stop);
        return new MailResult.Unclear(Reasons.Unclear);
    }

    private async Task<MailResult> DispatchAsync(OutgoingLetter letter, MailboxItem? draft, SendingRecord? record, CancellationToken stop)
    {
        draft ??= await DraftAsync(letter, stop);
        if (draft is null)
        {
            return new MailResult.NotYet(Reasons.DraftUnclear, _lookAgainAfter);
        }

        var asked = await records.AskAsync(letter.Key, draft.Name, time.GetUtcNow(), record, stop);
        if (record is null && (await records.FindAsync(letter.Key, stop)).Any(other => other.Draft != draft.Name))
        {
            // Another worker is at the same letter, or was: whoever sees the other steps back, and the next attempt looks first.
            await WithdrawAsync(draft, asked, stop);
            return new MailResult.NotYet(Reasons.AnotherWorker, _lookAgainAfter);
        }

        try
        {
            await mailbox.SendAsync(draft.Id, stop);
            return new MailResult.Sent(draft.Name);
        }
        catch (GraphFaultException fault) when (fault.Kind == FaultKind.Refused)
        {
            await WithdrawAsync(draft, asked, stop);
            return new MailResult.Refused(fault.Message);
        }
        catch (GraphFaultException fault)
        {
            var wait = fault.RetryAfter > _lookAgainAfter ? fault.RetryAfter.Value : _lookAgainAfter;
            return fault.Kind != FaultKind.NotDone && await SeenAsync(letter.Key, stop) is { } sent
                ? new MailResult.Sent(sent.Name)
                : new MailResult.NotYet(fault.Message, wait);
        }
    }

    /// <summary>Creates the draft; after an unclear answer, the one that was created all the same, or null where none shows yet.</summary>
    private async Task<MailboxItem?> DraftAsync(OutgoingLetter letter, CancellationToken stop)
    {
        try
        {
            return await mailbox.CreateDraftAsync(letter, stop);
        }
        catch (GraphFaultException fault) when (fault.Kind == FaultKind.Unclear)
        {
            return (await mailbox.FindDraftsAsync(letter.Key, stop)).FirstOrDefault();
        }
    }

    /// <summary>Looks once, right after an unclear answer. What cannot be seen now is looked for in the next attempt.</summary>
    private async Task<MailboxItem?> SeenAsync(string key, CancellationToken stop)
    {
        try
        {
            return await mailbox.FindSentAsync(key, stop);
        }
        catch (GraphFaultException)
        {
            return null;
        }
    }

    /// <summary>Takes an unsent draft away, so that a corrected one is written anew and nobody sends the old one by hand.</summary>
    private async Task WithdrawAsync(MailboxItem draft, SendingRecord record, CancellationToken stop)
    {
        try
        {
            await mailbox.DeleteAsync(draft.Id, stop);
            await records.DeleteAsync(record, stop);
        }
        catch (GraphFaultException fault)
        {
            Logs.NotWithdrawn(logger, fault.Message);
        }
    }
}
