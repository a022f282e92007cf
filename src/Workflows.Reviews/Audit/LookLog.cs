using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>
/// Keeps who looked at what of a review, in a chain a review and year. Looks that come together are written together. Whoever must
/// not go on before a look is on record waits for the answer; others need not, and what they tell is written in a moment.
/// </summary>
public sealed class LookLog : IAsyncDisposable
{
    private const int MostWaiting = 20_000;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(2);

    private readonly IChainedLog _log;
    private readonly AuditKey _key;
    private readonly TimeProvider _clock;
    private readonly ILogger<LookLog> _logger;
    private readonly ChainWriter _writer;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(MostWaiting);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _work;
    private int _unwritten;

    /// <summary>Begins to take looks.</summary>
    /// <param name="log">Keeps the chains.</param>
    /// <param name="key">Seals them.</param>
    /// <param name="clock">Tells when.</param>
    /// <param name="logger">Is told where looks cannot be written.</param>
    public LookLog(IChainedLog log, AuditKey key, TimeProvider clock, ILogger<LookLog> logger)
    {
        (_log, _key, _clock, _logger) = (log, key, clock, logger);
        _writer = new ChainWriter(log, key, clock);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Looks that are not on record yet.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    /// <summary>Begins of the chains' names: a review's identifier and the year follow.</summary>
    /// <param name="review">The review, or null for all.</param>
    public static string Prefix(ReviewId? review) => review is { } one ? $"looks/{one}/" : "looks/";

    /// <summary>Records a look. The answer comes when it is on record, durably; whoever need not wait for it does not.</summary>
    /// <param name="look">The look.</param>
    /// <exception cref="StoreUnavailableException">It cannot be recorded now.</exception>
    public async Task RecordAsync(Look look)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _unwritten);
        await _waiting.Writer.WriteAsync(new Waiting(look, _clock.GetUtcNow(), written));
        await written.Task;
    }

    /// <summary>The same, for one who does not wait: should the store not serve, it is tried again until it does.</summary>
    /// <param name="look">The look.</param>
    public ValueTask TellAsync(Look look)
    {
        Interlocked.Increment(ref _unwritten);
        return _waiting.Writer.WriteAsync(new Waiting(look, _clock.GetUtcNow(), Written: null));
    }

    /// <summary>Who looked at a review, the latest first.</summary>
    /// <param name="review">The review.</param>
    /// <param name="most">Most to answer with.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ChainDamagedException">A line is not what was written.</exception>
    public async Task<IReadOnlyList<RecordedLook>> ReadAsync(ReviewId review, int most, CancellationToken stop)
    {
        var looks = new List<RecordedLook>();
        await foreach (var (chain, _) in _log.ListAsync(Prefix(review), stop))
        {
            var seal = string.Empty;
            foreach (var line in await _log.ReadAsync(chain, after: 0, stop))
            {
                var read = ChainLine.Read(_key, chain, line, ref seal);
                looks.Add(new RecordedLook(
                    read.GetProperty("lookedAt").GetDateTimeOffset(), Text(read, "by"), Text(read, "what"), Text(read, "through")));
            }
        }

        return [.. looks.AsEnumerable().Reverse().Take(most)];
    }

    /// <summary>Writes what is left, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAny(_work, Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System));
        await _ending.CancelAsync();
        await _work;
        _ending.Dispose();
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? string.Empty;

    private async Task WorkAsync()
    {
        var batch = new List<Waiting>();
        try
        {
            while (batch.Count > 0 || await _waiting.Reader.WaitToReadAsync(_ending.Token))
            {
                while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                }

                await WriteAsync(batch);
                if (batch.Count > 0)
                {
                    await Task.Delay(BeforeTryingAgain, TimeProvider.System, _ending.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends, and the store did not serve to the last.
            DeskLog.LooksLost(_logger, Unwritten);
        }
    }

    // Takes out of the batch what is on record, and those who do not wait any longer.
    private async Task WriteAsync(List<Waiting> batch)
    {
        foreach (var group in batch.GroupBy(ChainOf).ToArray())
        {
            try
            {
                await _writer.AppendAsync(group.Key, [.. group.Select(Body)], _ending.Token);
                Take(group, waiting => waiting.Written?.TrySetResult());
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                DeskLog.LooksNotWritten(_logger, Unwritten, problem);
                var told = problem as StoreUnavailableException
                    ?? new StoreUnavailableException("Who looked cannot be recorded now, so nothing is shown. Try again in a while.", problem);
                Take(group.Where(waiting => waiting.Written is not null), waiting => waiting.Written!.TrySetException(told));
            }
        }

        void Take(IEnumerable<Waiting> done, Action<Waiting> tell)
        {
            foreach (var waiting in done.ToArray())
            {
                batch.Remove(waiting);
                Interlocked.Decrement(ref _unwritten);
                tell(waiting);
            }
        }
    }

    private static string ChainOf(Waiting waiting) => $"{Prefix(waiting.Look.Review)}{LondonTime.DateOf(waiting.At).Year}";

    private static Action<Utf8JsonWriter> Body(Waiting waiting) => writer =>
    {
        writer.WriteString("lookedAt"u8, waiting.At.UtcDateTime);
        writer.WriteString("by"u8, waiting.Look.User);
        writer.WriteString("what"u8, waiting.Look.What);
        writer.WriteString("through"u8, waiting.Look.Through);
    };

    private sealed record Waiting(Look Look, DateTimeOffset At, TaskCompletionSource? Written);
}
