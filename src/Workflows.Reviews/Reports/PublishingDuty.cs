using System.Runtime.CompilerServices;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Reports;

/// <summary>How a duty to publish stands.</summary>
public enum DutyStanding
{
    /// <summary>It is to be published, and not late.</summary>
    Due,

    /// <summary>It should have been published, and was not.</summary>
    Late,

    /// <summary>It was published in time, or without a time limit.</summary>
    Published,

    /// <summary>It was published after its day.</summary>
    PublishedLate,

    /// <summary>It was published, and all of it has left the register since.</summary>
    Withdrawn,

    /// <summary>The review ended without publication.</summary>
    Ended,
}

/// <summary>A review's duty to publish.</summary>
/// <param name="File">The review.</param>
/// <param name="Limit">The time limit for publication, or null where none runs or ran.</param>
public sealed record PublishingDuty(ReviewFile File, DeadlineState? Limit)
{
    // Asked at every append, so that what only the definition says is looked up once a definition.
    private static readonly ConditionalWeakTable<ProcessDefinition, HashSet<string>> Limits = [];

    /// <summary>The duty of a review; null where its process publishes nothing, or where it has not come to it.</summary>
    /// <param name="file">The review.</param>
    public static PublishingDuty? Of(ReviewFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var publishing = Limits.GetValue(file.Definition, LimitsOf);
        var limit = file.State.Deadlines.Values.Where(deadline => !deadline.Cancelled && publishing.Contains(deadline.Definition))
            .OrderBy(deadline => deadline.DueOn).ThenBy(deadline => deadline.Id, StringComparer.Ordinal).FirstOrDefault();
        return limit is null && file.State.Publications.Count == 0 ? null : new PublishingDuty(file, limit);
    }

    /// <summary>What lists sort by.</summary>
    public PublishingSummary Summary => new(
        Limit?.DueOn, File.State.IsOpen && File.State.Publications.Count == 0 && Limit is { IsRunning: true });

    /// <summary>Day of the first publication, Europe/London, or null.</summary>
    public DateOnly? PublishedOn => File.State.Publications is [var first, ..] ? first.PublishedOn : null;

    /// <summary>The last offer to the national repository of what was published last, or null.</summary>
    public RepositoryOffer? Offer => File.State.Publications is [.., var last] ? File.State.Publishing.OfferOf(last.Id) : null;

    /// <summary>How it stands.</summary>
    /// <param name="today">The present day, Europe/London.</param>
    public DutyStanding StandingOn(DateOnly today) => File.State.Publications switch
    {
        { Count: > 0 } known when known.All(each => each.WithdrawnOn is not null) => DutyStanding.Withdrawn,
        { Count: > 0 } when Limit is { MetOn: { } met } limit && met > limit.DueOn => DutyStanding.PublishedLate,
        { Count: > 0 } => DutyStanding.Published,
        _ when !File.State.IsOpen => DutyStanding.Ended,
        _ => Summary.IsLate(today) ? DutyStanding.Late : DutyStanding.Due,
    };

    // The time limits that publishing meets, or that are of an item which publishes.
    private static HashSet<string> LimitsOf(ProcessDefinition definition)
    {
        var publishing = definition.Items.Where(item => item.Publishes is not null).Select(item => item.Id).ToHashSet();
        return [.. definition.AllDeadlines.Where(rule => rule.MetBy.Any(publishing.Contains) || publishing.Contains(rule.Id)).Select(rule => rule.Id)];
    }
}
