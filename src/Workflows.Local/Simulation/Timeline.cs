using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Directory;
using Workflows.Sqlite;

namespace Workflows.Local.Simulation;

/// <summary>Tells a review's journal and letters as a person reads them.</summary>
internal sealed class Timeline(ProcessDefinition definition, DirectorySnapshot directory, WorkingCalendar calendar)
{
    private readonly Dictionary<string, ItemDefinition> _items = definition.Items.ToDictionary(item => item.Id);
    private readonly Dictionary<string, DeadlineDefinition> _deadlines = definition.AllDeadlines.ToDictionary(deadline => deadline.Id);
    private DateOnly _opened;

    /// <summary>The lines, in order.</summary>
    /// <param name="entries">The journal.</param>
    /// <param name="letters">The letters sent about the review, in order.</param>
    public IReadOnlyList<TimelineLine> Of(IReadOnlyList<JournalEntry> entries, IReadOnlyList<OutboxLetter> letters)
    {
        _opened = LondonTime.DateOf(entries[0].At);
        var lines = new List<(DateTimeOffset At, TimelineLine Line)>();
        var stages = new List<(DateTimeOffset At, string Stage)>();
        var state = ReviewState.Empty;
        foreach (var entry in entries)
        {
            state = Evolve.Apply(state, entry);
            var stage = Title(state.Stage);
            if (stages.Count == 0 || stages[^1].Stage != stage)
            {
                stages.Add((entry.At, stage));
            }

            if (Tell(entry, state) is { } line)
            {
                lines.Add((entry.At, line with { Stage = stage }));
            }
        }

        // One letter to several people is told once, after what it follows from.
        foreach (var group in letters.GroupBy(letter => (letter.SentAt, letter.Subject)))
        {
            var who = string.Join(", ", group.SelectMany(letter => letter.To).Select(Addressee).Distinct());
            lines.Add((group.Key.SentAt, Line(group.Key.SentAt, "letter", group.Key.Subject) with
            {
                Stage = stages.Last(stage => stage.At <= group.Key.SentAt).Stage,
                Who = who,
            }));
        }

        return [.. lines.OrderBy(pair => pair.At).Select(pair => pair.Line)];
    }

    private TimelineLine? Tell(JournalEntry entry, ReviewState state) => entry.Event switch
    {
        ReviewOpened => Line(entry.At, "opened", "The review is opened") with { Who = Role(entry.By) },
        StageEntered stage => Line(entry.At, "stage", Title(stage.Stage)),
        TaskCompleted done => Done(entry, state, done.Item),
        DocumentStored stored => Done(entry, state, stored.Item),
        ApprovalGiven given => Done(entry, state, given.Item),
        DecisionMade made => Done(entry, state, made.Item, ((DecisionDefinition)_items[state.Items[made.Item].Definition])
            .Outcomes.First(outcome => outcome.Id == made.Outcome).Title),
        ItemSettled settled when _items[state.Items[settled.Item].Definition] is WaitDefinition => Done(entry, state, settled.Item),
        DeadlineMet met => Met(entry, state.Deadlines[met.Deadline]),
        ItemLapsed { Gap: true } gap => Line(entry.At, "gap", $"Never came: {ItemTitle(state.Items[gap.Item])}"),
        EscalationHeld held => Line(entry.At, "deadline", $"A delay notice waits to be released: {_deadlines[state.Deadlines[held.Deadline].Definition].Title}"),
        DocumentPublished published => Line(entry.At, "published", $"Public: {_items[published.Document].Title}"),
        PublicationWithdrawn => Line(entry.At, "unpublished", "No longer public"),
        ReviewClosed => Line(entry.At, "ended", "The review is closed"),
        ReviewWithdrawn => Line(entry.At, "ended", "The review is withdrawn"),
        _ => null,
    };

    private TimelineLine Done(JournalEntry entry, ReviewState state, string item, string? outcome = null)
    {
        var known = state.Items[item];
        var title = ItemTitle(known);
        return Line(entry.At, "done", outcome is null ? title : $"{title}: {outcome}") with
        {
            Who = entry.By == Actor.Engine ? null : Role(entry.By),
            Rule = _items[known.Definition].Cite,
        };
    }

    private TimelineLine Met(JournalEntry entry, DeadlineState deadline)
    {
        var known = _deadlines[deadline.Definition];
        return Line(entry.At, "deadline", known.Title) with
        {
            DueOn = deadline.DueOn,
            Late = deadline.MetOn > deadline.DueOn,
            Rule = known.Cite,
        };
    }

    private TimelineLine Line(DateTimeOffset at, string kind, string what)
    {
        var date = LondonTime.DateOf(at);
        return new TimelineLine
        {
            Date = date,
            WorkingDay = calendar.WorkingDaysBetween(_opened, date),
            Stage = string.Empty,
            Kind = kind,
            What = what,
        };
    }

    private string ItemTitle(ItemState item) =>
        item.Label is { } label ? $"{_items[item.Definition].Title}: {label}" : _items[item.Definition].Title;

    private string Title(string? stage) =>
        definition.Stages.FirstOrDefault(known => known.Id == stage)?.Title ?? string.Empty;

    private string Role(Actor by) => definition.Roles.GetValueOrDefault(by.Role) ?? by.Role;

    private string Addressee(string address) =>
        directory.Bodies.FirstOrDefault(body => body.Email == address) is { } body
            ? definition.Bodies.GetValueOrDefault(body.Id) ?? body.Name
            : directory.People.FirstOrDefault(person => person.Email == address) is { } person
                ? definition.Roles.GetValueOrDefault(person.Roles[0]) ?? person.Roles[0]
                : address;
}
