using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Graph.Sending;
using Workflows.Graph.Tests.GraphServer;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Support;

/// <summary>
/// The product's own registration against the tests' server, on a clock that stands still. After every test: no address in
/// any log line, and every scripted fault has happened.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The test framework calls DisposeAsync of IAsyncLifetime.")]
public abstract class MailTest : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly LogLines _logs = new();
    private ServiceProvider? _provider;
    private TestGraphServer? _server;

    internal ManualTimeProvider Clock { get; } = new(Start);

    internal TestCredential Credential { get; } = new();

    internal MemoryDeltaLinkStore DeltaLinks { get; } = new();

    internal TestGraphServer Server => _server!;

    internal StoredMailbox Mailbox => Server.Mailbox;

    internal IMailSender Sender => _provider!.GetRequiredService<IMailSender>();

    internal INonDeliveryWatcher Watcher => _provider!.GetRequiredService<INonDeliveryWatcher>();

    internal SendingRecordUpkeep Upkeep => _provider!.GetRequiredService<SendingRecordUpkeep>();

    public async Task InitializeAsync()
    {
        _server = await TestGraphServer.StartAsync(Clock);
        _provider = NewProcess();
    }

    public async Task DisposeAsync()
    {
        await _provider!.DisposeAsync();
        await Server.DisposeAsync();
        Assert.Equal(0, Server.Faults.Left);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains("@partner", StringComparison.Ordinal) || line.Contains("@sending", StringComparison.Ordinal));
    }

    /// <summary>Forgets everything that was in memory, as a restart does.</summary>
    internal async Task RestartAsync()
    {
        await _provider!.DisposeAsync();
        _provider = NewProcess();
    }

    internal Task<MailResult> SendAsync(OutgoingLetter letter) => Sender.SendAsync(letter, CancellationToken.None);

    /// <summary>Does what the engine does: tries again, after the wait asked for, until the end is known.</summary>
    internal async Task<(MailResult Result, int Attempts)> DriveAsync(string key, Func<OutgoingLetter, OutgoingLetter>? change = null)
    {
        MailResult? last = null;
        for (var attempt = 1; attempt <= 60; attempt++)
        {
            var letter = Letters.Of(key, attempt);
            var result = await SendAsync(change?.Invoke(letter) ?? letter);
            AssertNothingPersonal(result);
            last = result;
            if (result is not MailResult.NotYet notYet)
            {
                return (result, attempt);
            }

            Clock.Advance(notYet.RetryAfter ?? TimeSpan.FromMinutes(1));
        }

        throw new InvalidOperationException($"The letter came to no end in 60 attempts, the last of which was {last}");
    }

    /// <summary>How often a letter left the mailbox, seen from outside.</summary>
    internal int Copies(string key) => Mailbox.Delivered.Count(message => message.Property(MessageMarks.LetterKey) == key);

    internal int Count(Call call) => Server.Faults.Arrived.Count(arrived => arrived == call);

    /// <summary>Asserts that a letter was sent; where it was not, the failure shows the reason.</summary>
    internal static MailResult.Sent AssertSent(MailResult result)
    {
        Assert.True(result is MailResult.Sent, result.ToString());
        return (MailResult.Sent)result;
    }

    internal static void AssertNothingPersonal(MailResult result) =>
        Assert.DoesNotContain("@", result is MailResult.Sent ? string.Empty : result.ToString(), StringComparison.Ordinal); // a message id has an @ of its own

    private ServiceProvider NewProcess()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Graph:Mailbox", TestGraphServer.Address), new("Graph:BaseUrl", Server.BaseUrl)]).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDeltaLinkStore>(DeltaLinks);
        services.AddWorkflowsGraph(configuration, Credential);
        return services.BuildServiceProvider();
    }
}
