using Workflows.Graph.Connection;

namespace Workflows.Graph.Sending;

/// <summary>Removes old sending records from the mailbox. To be run about once a day.</summary>
/// <remarks>
/// A record is kept for <see cref="Days"/> days: far longer than any letter is being tried. After that, a letter whose end
/// stayed unclear can still be sent again by a person.
/// </remarks>
public sealed class SendingRecordUpkeep
{
    /// <summary>Days for which a record is kept: 35.</summary>
    public const int Days = 35;

    private readonly SendingRecords _records;
    private readonly TimeProvider _time;

    internal SendingRecordUpkeep(SendingRecords records, TimeProvider time)
    {
        _records = records;
        _time = time;
    }

    /// <summary>Removes up to 50 of the oldest records.</summary>
    /// <param name="stop">Ends the work; the next run goes on with it.</param>
    /// <returns>How many were removed; fewer where Graph was throttling or out of reach, which is no fault.</returns>
    public async Task<int> ClearAsync(CancellationToken stop)
    {
        var removed = 0;
        try
        {
            var before = _time.GetUtcNow().AddDays(-Days);
            foreach (var record in await _records.OldestAsync(stop))
            {
                if (record.AskedAt < before)
                {
                    await _records.DeleteAsync(record, stop);
                    removed++;
                }
            }
        }
        catch (GraphFaultException)
        {
            return removed;
        }

        return removed;
    }
}
