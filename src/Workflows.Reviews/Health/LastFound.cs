namespace Workflows.Reviews.Health;

/// <summary>How this process last found something that it depends on, for whoever watches over it. Nothing else hangs on it.</summary>
/// <param name="clock">The clock; only how much time passes is asked of it.</param>
public abstract class LastFound(TimeProvider clock)
{
    // Where several instances run, this one may not be the one that next finds it well again.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();

    // Timestamp of the last failure; null since the last success.
    private long? _failedAt;

    /// <summary>Whether it did not serve when it was last tried; false where that was more than half an hour ago.</summary>
    public bool IsAway
    {
        get
        {
            lock (_lock)
            {
                return _failedAt is { } at && clock.GetElapsedTime(at) < Remembered;
            }
        }
    }

    /// <summary>Notes how it was found.</summary>
    /// <param name="served">Whether it took what it was given, or said clearly that it never will.</param>
    public void Found(bool served)
    {
        lock (_lock)
        {
            _failedAt = served ? null : clock.GetTimestamp();
        }
    }
}
