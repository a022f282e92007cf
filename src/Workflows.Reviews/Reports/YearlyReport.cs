using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;

namespace Workflows.Reviews.Reports;

/// <summary>
/// What a partnership's reviews came to in a year: made by folding their journals, so that it says what they say. It holds what
/// people wrote as reasons, so it is the partnership's own; the figures of all areas are in <see cref="NationalFigures"/>.
/// </summary>
public sealed record YearlyReport
{
    /// <summary>First day of the year.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the year.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Reviews by process: opened and ended in the year, and still open at its end.</summary>
    public required IReadOnlyList<ProcessCount> Reviews { get; init; }

    /// <summary>Decisions made in the year, in order of their days.</summary>
    public required IReadOnlyList<ReportedDecision> Decisions { get; init; }

    /// <summary>How time limits were kept that ended in the year, by stage.</summary>
    public required IReadOnlyList<StageTimeliness> Timeliness { get; init; }

    /// <summary>What became public in the year.</summary>
    public required IReadOnlyList<ReportedPublication> Publications { get; init; }

    /// <summary>Recommendations made or followed up in the year, in order of their reviews.</summary>
    public required IReadOnlyList<ReportedRecommendation> Recommendations { get; init; }

    /// <summary>Information that was asked for in reviews of the year and never came.</summary>
    public required int Gaps { get; init; }

    /// <summary>Makes the report.</summary>
    /// <param name="files">Every review of the partnership.</param>
    /// <param name="from">First day of the year.</param>
    /// <param name="today">The present day: what lies after it is not reported as late.</param>
    public static YearlyReport Of(IEnumerable<ReviewFile> files, DateOnly from, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(files);
        var all = files.OrderBy(file => file.State.OpenedAt).ThenBy(file => file.Id.Value, StringComparer.Ordinal).ToArray();
        var until = from.AddYears(1).AddDays(-1);
        return new YearlyReport
        {
            From = from,
            Until = until,
            Reviews = [.. all.GroupBy(file => file.Definition.Title).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => ProcessCount.Of(group.Key, [.. group], from, until))
                .Where(count => count.Opened + count.Closed + count.Withdrawn + count.OpenAtEnd > 0)],
            Decisions = [.. all.SelectMany(Decided).Where(made => made.On >= from && made.On <= until).OrderBy(made => made.On)],
            Timeliness = StageTimeliness.Of(all, from, until, today),
            Publications = [.. all.SelectMany(file => file.State.Publications
                    .Where(known => known.PublishedOn >= from && known.PublishedOn <= until)
                    .Select(known => new ReportedPublication(
                        file.State.Reference, known.Id, known.Form, known.PublishedOn, known.WithdrawnOn)))
                .OrderBy(known => known.On)],
            Recommendations = [.. all.SelectMany(file => ReportedRecommendation.Of(file, from, until, today))],
            Gaps = all.Where(file => file.State.OpenedOn >= from && file.State.OpenedOn <= until)
                .Sum(file => file.State.Items.Values.Count(item => item.Gap)),
        };
    }

    private static IEnumerable<ReportedDecision> Decided(ReviewFile file)
    {
        var decisions = file.Definition.Items.OfType<DecisionDefinition>().ToDictionary(each => each.Id);
        foreach (var item in file.State.Items.Values.OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            if (item is { Outcome: { } outcome, DoneOn: { } on } && decisions.TryGetValue(item.Definition, out var decision))
            {
                yield return new ReportedDecision(
                    file.State.Reference, decision.Title, decision.Outcomes.FirstOrDefault(each => each.Id == outcome)?.Title ?? outcome,
                    on, item.Note);
            }
        }
    }
}

/// <summary>Reviews of one process in a year.</summary>
/// <param name="Process">Title of the process.</param>
/// <param name="Opened">Opened in the year.</param>
/// <param name="Closed">Carried to their end in the year.</param>
/// <param name="Withdrawn">Withdrawn in the year.</param>
/// <param name="OpenAtEnd">Open at the end of the year.</param>
public sealed record ProcessCount(string Process, int Opened, int Closed, int Withdrawn, int OpenAtEnd)
{
    internal static ProcessCount Of(string title, IReadOnlyList<ReviewFile> files, DateOnly from, DateOnly until)
    {
        bool InYear(DateOnly? day) => day >= from && day <= until;
        DateOnly? EndedOn(ReviewFile file) => file.State.EndedAt is { } at ? LondonTime.DateOf(at) : null;
        return new ProcessCount(
            title,
            files.Count(file => InYear(file.State.OpenedOn)),
            files.Count(file => file.State.Status == ReviewStatus.Closed && InYear(EndedOn(file))),
            files.Count(file => file.State.Status == ReviewStatus.Withdrawn && InYear(EndedOn(file))),
            files.Count(file => file.State.OpenedOn <= until && !(EndedOn(file) <= until)));
    }
}

/// <summary>A decision of the year.</summary>
/// <param name="Reference">Case reference.</param>
/// <param name="Decision">What was to be decided.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="On">Day.</param>
/// <param name="Rationale">Why, or null.</param>
public sealed record ReportedDecision(string Reference, string Decision, string Outcome, DateOnly On, string? Rationale);

/// <summary>A publication of the year.</summary>
/// <param name="Reference">Case reference.</param>
/// <param name="Publication">Public identifier.</param>
/// <param name="Form">In full, or improvements only.</param>
/// <param name="On">Day of publication.</param>
/// <param name="WithdrawnOn">Day on which it left the register, or null.</param>
public sealed record ReportedPublication(string Reference, string Publication, PublicationForm Form, DateOnly On, DateOnly? WithdrawnOn);
