using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>One turn of deciding: the events so far, and the state that they make.</summary>
internal sealed class Turn(ReviewState state, ReviewContext context)
{
    private readonly List<JournalEntry> _entries = [];
    private readonly List<Post> _posts = [];

    public ReviewState State { get; private set; } = state;

    public ReviewContext Context { get; private set; } = context;

    public ProcessPlan Plan { get; private set; } = context.Plan;

    /// <summary>Whether the review was moved to a newer version in this turn.</summary>
    public bool IsMoved { get; private set; }

    public DateOnly Today { get; } = context.Today;

    public IReadOnlyList<JournalEntry> Entries => _entries;

    public IReadOnlyList<Post> Posts => _posts;

    public void Add(ReviewEvent what, Actor? by = null)
    {
        var key = _entries.Count == 0 ? Context.Key : null;
        var entry = new JournalEntry(
            State.Sequence + 1, Context.Now, by ?? Actor.Engine, key?.Hash, key?.Fingerprint, what, Context.Import);
        _entries.Add(entry);
        State = Evolve.Apply(State, entry);
    }

    /// <summary>Goes on under another definition.</summary>
    public void MoveTo(ProcessDefinition definition)
    {
        Context = Context with { Definition = definition };
        Plan = ProcessPlan.Of(definition);
        IsMoved = true;
    }

    /// <summary>Notes that people are to be written to; the letters are made at the end of the turn, one a person.</summary>
    public void Write(LetterKind kind, IEnumerable<string> recipients, LetterTopic topic, string? label = null)
    {
        if (Context.Import is not null)
        {
            return;
        }

        foreach (var recipient in recipients)
        {
            foreach (var person in People(recipient, label))
            {
                _posts.Add(new Post(person, kind, topic));
            }
        }
    }

    /// <summary>Notes that one person is to be written to.</summary>
    public void WriteTo(string person, LetterKind kind, LetterTopic topic) => _posts.Add(new Post(person, kind, topic));

    // Where nobody holds a role, the letter goes to the role itself: it fails and shows, rather than vanishes.
    private IReadOnlyList<string> People(string recipient, string? label)
    {
        var roster = Context.Roster;
        var people = label is null ? [] : roster.Of(AgencyRole(recipient, label));
        people = people.Count > 0 ? people : roster.Of(recipient);
        return people.Count > 0 ? people : [recipient];
    }

    private static string AgencyRole(string role, string label) => $"{role}/{label.Trim().ToLowerInvariant()}";
}

/// <summary>Somebody is to be written to about something.</summary>
internal readonly record struct Post(string To, LetterKind Kind, LetterTopic Topic);

/// <summary>Where a definition's item stands in a review: its instances.</summary>
/// <param name="Id">Identifier of the instance.</param>
/// <param name="Label">Which of several it is, or null.</param>
internal readonly record struct Instance(string Id, string? Label)
{
    /// <summary>The instances that an item has by its nature; those of a repeating one come with time.</summary>
    public static IEnumerable<Instance> Of(ItemDefinition item, ReviewState state)
    {
        if (item.Each is null)
        {
            return [new Instance(item.Id, Label: null)];
        }

        return state.Facts.TryGetValue(item.Each, out var answers) && answers.Length > 0
            ? answers.Split('\n').Select((answer, index) => new Instance($"{item.Id}-{index + 1}", answer))
            : [];
    }
}
