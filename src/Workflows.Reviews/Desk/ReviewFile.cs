using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Reports;

namespace Workflows.Reviews.Desk;

/// <summary>A review as it stands: its state, and what is needed to decide on it.</summary>
/// <param name="Id">The review.</param>
/// <param name="State">Its state.</param>
/// <param name="Definition">The definition it runs under.</param>
/// <param name="Seal">Seal of its last line.</param>
/// <param name="Words">The key of its free text, or null where it has none yet, or none any more.</param>
public sealed record ReviewFile(
    ReviewId Id, ReviewState State, ProcessDefinition Definition, string Seal, WordsKey? Words = null)
{
    /// <summary>Its summary for the index.</summary>
    /// <param name="context">What may be known beside the state.</param>
    public ReviewSummary Summarise(ReviewContext context) => new()
    {
        Id = Id,
        Partnership = State.Partnership,
        Process = State.Process,
        ProcessVersion = State.Version,
        Reference = State.Reference,
        State = State.Status switch
        {
            ReviewStatus.Open => "open",
            ReviewStatus.Closed => "closed",
            _ => "withdrawn",
        },
        Stage = State.Stage ?? string.Empty,
        OpenedAt = State.OpenedAt,
        ChangedAt = State.ChangedAt,
        NextDueOn = State.Deadlines.Values.Where(deadline => deadline.IsRunning).Min(deadline => (DateOnly?)deadline.DueOn),
        NextWakeAt = NextWake.Of(State, context),
        Position = State.Sequence,
        LettersInTrouble = State.Letters.Values.Count(letter => letter.InTrouble),
        Escalations = Timeliness.Escalations(State, Definition),
        Times = Timeliness.Of(State, Definition),
        ToldTo = Audience.Of(State, Definition),
        Recommendations = State.Learning.Recommendations.Count,
        Themes = [.. State.Learning.Recommendations.SelectMany(each => each.Themes).Distinct().Order(StringComparer.Ordinal)],
        LearningDueOn = State.Learning.Limits.Values.Where(limit => limit.IsRunning).Min(limit => (DateOnly?)limit.DueOn),
        Publishing = PublishingDuty.Of(this)?.Summary,
        Publications = [.. State.Publications.Select(Publication)],
    };

    private Publication Publication(PublicationState known)
    {
        var version = State.Items[known.Document].Versions[known.DocumentVersion - 1];
        var anonymous = State.Publishing.IsAnonymous(known.Id);
        return new Publication
        {
            Id = known.Id,
            Review = Id,
            Title = anonymous ? Definition.Title : $"{Definition.Title}: {State.Reference}",
            Partnership = anonymous ? null : State.Partnership,
            Form = known.Form == PublicationForm.InFull ? "in-full" : "improvements",
            PublishedOn = known.PublishedOn,
            WithdrawnOn = known.WithdrawnOn,
            Sha256 = version.Sha256,
            Bytes = version.Bytes,
            MediaType = version.MediaType,
        };
    }
}

/// <summary>What became of a command.</summary>
public abstract record CommandAnswer
{
    private CommandAnswer()
    {
    }

    /// <summary>It is done, and durable.</summary>
    /// <param name="File">The review after it.</param>
    /// <param name="Repeated">Whether it had been done before, under the same key.</param>
    /// <param name="Produced">Version of a document that it stored, number of a recommendation or action that it made, or null.</param>
    public sealed record Done(ReviewFile File, bool Repeated, int? Produced) : CommandAnswer;

    /// <summary>It was refused; nothing changed.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : CommandAnswer;
}
