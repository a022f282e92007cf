using System.Globalization;
using Workflows.AzureStorage;
using Workflows.Reviews.Health;

namespace Workflows.Cloud.Health;

/// <summary>Whether this machine's clock agrees with that of the store.</summary>
internal sealed class ClockSigns : IHealthSource
{
    // Answers are dated to the second and take a while; seconds move no time limit, which ends with a day.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<HealthSign>>([Of(StorageClock.Ahead)]);

    internal static HealthSign Of(TimeSpan ahead) => new(
        "clock", "Clock", ahead.Duration() > Patience ? HealthLevel.Look : HealthLevel.Good,
        ahead.Duration() > Patience
            ? string.Create(CultureInfo.InvariantCulture, $"It differs from the store’s by {ahead.Duration().TotalMinutes:N0} minutes.")
            : "Agrees with the store’s.",
        "Restart the app, so that the platform gives it another machine; tell the platform’s support if it stays. No record is changed by it.",
        "The clock of the machine differs from that of the store.");
}
