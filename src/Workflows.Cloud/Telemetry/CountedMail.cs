using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Telemetry;

/// <summary>Counts what becomes of attempts at letters.</summary>
/// <param name="mail">Sends them.</param>
/// <param name="metrics">Takes the counts.</param>
internal sealed class CountedMail(IMailSender mail, HostMetrics metrics) : IMailSender
{
    public async Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
    {
        using var span = HostTelemetry.Source.StartActivity("letter");
        span?.SetTag("workflows.letter.kind", letter.Kind);
        var result = await mail.SendAsync(letter, stop);
        var name = result switch
        {
            MailResult.Sent => "sent",
            MailResult.NotYet => "not-yet",
            MailResult.Refused => "refused",
            _ => "unclear",
        };
        span?.SetTag("workflows.letter.result", name);
        metrics.Letter(name);
        return result;
    }
}
