using Workflows.Reviews.Ports;

namespace Workflows.Web.Tests.Support;

/// <summary>Mail that always arrives, and is kept for the test to look at.</summary>
internal sealed class KeptMail : IMailSender
{
    private readonly List<OutgoingLetter> _sent = [];

    public IReadOnlyList<OutgoingLetter> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public bool RefusesAll { get; set; }

    public bool IsAway { get; set; }

    public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
    {
        lock (_sent)
        {
            if (RefusesAll)
            {
                return Task.FromResult<MailResult>(new MailResult.Refused("The address is not known."));
            }

            if (IsAway)
            {
                return Task.FromResult<MailResult>(new MailResult.NotYet("The mail service does not answer.", RetryAfter: null));
            }

            _sent.Add(letter);
            return Task.FromResult<MailResult>(new MailResult.Sent($"message-{_sent.Count}"));
        }
    }
}

/// <summary>Nobody waits for wakes here: tests run the rounds themselves.</summary>
internal sealed class NoSignal : IWakeSignal
{
    public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
}
