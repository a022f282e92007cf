namespace Workflows.Functions.Drive.Hosts;

/// <summary>Waits for what comes about by itself.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan patience, string otherwise)
    {
        using var limit = new CancellationTokenSource(patience);
        while (!await isSo())
        {
            if (limit.IsCancellationRequested)
            {
                throw new DriveException(otherwise);
            }

            await Task.Delay(Pause);
        }
    }
}

/// <summary>What was to be shown is not so.</summary>
/// <param name="message">What, in words.</param>
internal sealed class DriveException(string message) : Exception(message);
