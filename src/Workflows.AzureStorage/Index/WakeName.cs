using System.Globalization;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// A wake as an empty blob, whose name tells all: <c>wakes/{instant}-{review}-{position}-{writer's mark}</c>, in order of
/// instants. No two writers ever write the same one, so that each may take back its own.
/// </summary>
/// <param name="At">The instant.</param>
/// <param name="Review">The review.</param>
/// <param name="Position">Position of the review for which it was set.</param>
/// <param name="Mark">Random.</param>
internal sealed record WakeName(DateTimeOffset At, ReviewId Review, long Position, string Mark)
{
    public static WakeName New(ReviewSummary summary) =>
        new(summary.NextWakeAt!.Value, summary.Id, summary.Position, Guid.NewGuid().ToString("N")[..12]);

    public static WakeName? Parse(string? name)
    {
        var parts = name?.StartsWith(IndexNames.Wakes, StringComparison.Ordinal) == true
            ? name[IndexNames.Wakes.Length..].Split('-')
            : [];
        return parts.Length == 4
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && ReviewId.TryParse(parts[1], out var review)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? new WakeName(new DateTimeOffset(ticks, TimeSpan.Zero), review, position, parts[3])
                : null;
    }

    public override string ToString() => $"{IndexNames.Wakes}{At.UtcTicks:D19}-{Review.Value}-{Position:D}-{Mark}";
}
