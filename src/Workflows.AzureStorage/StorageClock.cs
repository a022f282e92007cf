namespace Workflows.AzureStorage;

/// <summary>How far this machine's clock is from that of the store, as its latest answer told: it dates each of them, to the second.</summary>
public static class StorageClock
{
    private static long s_ahead;

    /// <summary>How far the store's clock is ahead of this machine's; negative where it is behind. Zero before the first answer.</summary>
    public static TimeSpan Ahead => new(Volatile.Read(ref s_ahead));

    internal static void Told(DateTimeOffset said) => Volatile.Write(ref s_ahead, (said - TimeProvider.System.GetUtcNow()).Ticks);
}
