using Workflows.Graph.Sending;
using Workflows.Reviews.Wakes;

namespace Workflows.Local.Hosting;

/// <summary>Where letters go by email: looks for those that come back, and removes old sending records from the mailbox.</summary>
internal sealed class MailboxWatch(ReturnedLetters returned, SendingRecordUpkeep upkeep, ILogger<MailboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(5);
    private const int RoundsADay = 288;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            var pause = BetweenRounds;
            try
            {
                var outcome = await returned.RunAsync(stoppingToken);
                pause = outcome.RetryAfter > pause ? outcome.RetryAfter.Value : pause;
                if (round % RoundsADay == 0)
                {
                    await upkeep.ClearAsync(stoppingToken);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                HostLog.MailboxFailed(log, problem);
            }

            await Task.Delay(pause, TimeProvider.System, stoppingToken);
        }
    }
}
