using System.Diagnostics;
using System.Globalization;
using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;

namespace Workflows.Graph.Tests.Sending;

/// <summary>
/// Claim: a real process, killed (SIGKILL) at any call it makes, before or after Graph carried the call out, leads to one
/// copy, or to an unclear letter that nobody sent twice. Seen from outside: on what left the mailbox.
/// </summary>
public sealed class CrashTests : MailTest
{
    private const string Key = "letter-1";

    [Theory]
    [InlineData(Call.CreateDraft, false)]
    [InlineData(Call.CreateDraft, true)]
    [InlineData(Call.WriteRecord, false)]
    [InlineData(Call.WriteRecord, true)]
    [InlineData(Call.Send, false)]
    [InlineData(Call.Send, true)]
    public async Task Killed_once_the_letter_goes_once(Call at, bool afterCommit)
    {
        await RunAndKillAsync(attempt: 1, at, afterCommit);

        var end = await RunToTheEndAsync(attempt: 2);

        Assert.Equal("Sent", end);
        Assert.Equal(1, Copies(Key));
    }

    [Theory]
    [InlineData(4, "Sent")]
    [InlineData(600, "Unclear")]
    public async Task Killed_after_the_order_to_send_while_the_sent_items_lag_behind(int lagMinutes, string expected)
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(lagMinutes);
        await RunAndKillAsync(attempt: 1, Call.Send, afterCommit: true);

        var end = await RunToTheEndAsync(attempt: 2);

        Assert.Equal(expected, end);
        Assert.Equal(1, Copies(Key));
    }

    [Fact]
    public async Task Killed_at_every_step_one_after_the_other_the_letter_goes_once()
    {
        await RunAndKillAsync(attempt: 1, Call.CreateDraft, afterCommit: true);
        await RunAndKillAsync(attempt: 2, Call.WriteRecord, afterCommit: true);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAndKillAsync(attempt: 3, Call.RenewRecord, afterCommit: true);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAndKillAsync(attempt: 4, Call.Send, afterCommit: true);

        var end = await RunToTheEndAsync(attempt: 5);

        Assert.Equal("Sent", end);
        Assert.Equal(1, Copies(Key));
    }

    [Fact]
    public async Task Killed_after_sending_and_before_recording_it_the_letter_is_found()
    {
        Assert.Equal("Sent", await RunAsync(attempt: 1)); // and its answer is lost with the process

        Assert.Equal("Sent", await RunAsync(attempt: 2));
        Assert.Equal(1, Copies(Key));
    }

    private async Task RunAndKillAsync(int attempt, Call at, bool afterCommit)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Faults.Once(at, new Fault(0)
        {
            AfterCommit = afterCommit,
            Instead = async gone =>
            {
                arrived.TrySetResult();
                await Task.Delay(Timeout.Infinite, gone).ContinueWith(_ => { }, TaskScheduler.Default);
            },
        });
        using var process = StartProcess(attempt);
        var ended = process.WaitForExitAsync();
        Assert.Same(arrived.Task, await Task.WhenAny(arrived.Task, ended));
        process.Kill();
        await ended;
        Assert.NotEqual(0, process.ExitCode);
    }

    private async Task<string> RunToTheEndAsync(int attempt)
    {
        var word = "NotYet";
        for (var last = attempt + 20; word == "NotYet" && attempt < last; attempt++)
        {
            word = await RunAsync(attempt);
            Clock.Advance(TimeSpan.FromMinutes(3));
        }

        return word;
    }

    private async Task<string> RunAsync(int attempt)
    {
        using var process = StartProcess(attempt);
        var faults = process.StandardError.ReadToEndAsync();
        var word = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await faults);
        return word;
    }

    private System.Diagnostics.Process StartProcess(int attempt)
    {
        var program = AppContext.BaseDirectory.Replace("Workflows.Graph.Tests", "Workflows.Graph.Crash", StringComparison.Ordinal);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "exec",
                Path.Combine(program, "Workflows.Graph.Crash.dll"),
                Server.BaseUrl,
                Key,
                attempt.ToString(CultureInfo.InvariantCulture),
                Clock.GetUtcNow().ToString("O"),
            },
        };
        return System.Diagnostics.Process.Start(start)!;
    }
}
