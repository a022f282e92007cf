using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Drives one review through the pure core: a journal in a list, a clock that a test moves.</summary>
internal sealed class ReviewDriver
{
    private readonly List<JournalEntry> _journal = [];
    private readonly ProcessDefinition _definition;

    public ReviewDriver(ProcessDefinition definition, DateTimeOffset now)
    {
        _definition = definition;
        Now = now;
        Roster = new Roster(
            definition.Roles.Keys.Concat(definition.Bodies.Keys)
                .ToDictionary(role => role, role => (IReadOnlyList<string>)[User(role)]),
            EscalationsAreHeld: false);
    }

    public DateTimeOffset Now { get; set; }

    public WorkingCalendar Calendar { get; set; } = WorkingCalendar.Shipped;

    public Roster Roster { get; set; }

    /// <summary>The definitions that there are: of reviews started out of this one, and of newer versions.</summary>
    public ProcessCatalogue Catalogue { get; set; } = ProcessCatalogue.Shipped;

    /// <summary>Answers other than a newcomer's, by the name of the fact.</summary>
    public Dictionary<string, string> Answering { get; } = [];

    /// <summary>What the screen finds in a version of a document; nothing unless a test says so.</summary>
    public Func<DocumentScreening, IReadOnlyList<FoundDetail>> Screening { get; set; } = _ => [];

    public ReviewState State { get; private set; } = ReviewState.Empty;

    public IReadOnlyList<JournalEntry> Journal => _journal;

    public DateOnly Today => LondonTime.DateOf(Now);

    public ReviewContext Context => new()
    {
        Definition = State.Sequence == 0 || State.Hash == _definition.Hash ? _definition : Catalogue.Find($"{State.Process}@{State.Version}")!,
        Catalogue = Catalogue, Calendar = Calendar, Now = Now, Roster = Roster, AttemptLease = TimeSpan.FromMinutes(5),
    };

    public DateTimeOffset? NextWake => Process.Decisions.NextWake.Of(State, Context);

    public IReadOnlyList<ReviewAction> Actions => ReviewActions.For(State, Context);

    public IEnumerable<T> Events<T>()
        where T : ReviewEvent => _journal.Select(entry => entry.Event).OfType<T>();

    public static string User(string role) => $"{role}.person";

    public static Caller As(string role) => new(User(role), [role]);

    /// <summary>Gives a command; answers with the entries, or the refusal.</summary>
    public Verdict Give(ReviewCommand command, Caller? caller = null)
    {
        var verdict = Decide.On(State, command, caller, Context);
        if (verdict is Verdict.Accepted accepted)
        {
            _journal.AddRange(accepted.Entries);
            State = accepted.After;
        }

        return verdict;
    }

    /// <summary>Gives a command that must be accepted.</summary>
    public void Do(ReviewCommand command, Caller? caller = null) =>
        Assert.True(Give(command, caller) is Verdict.Accepted, $"{command} was refused: {Refusal(command, caller)}");

    /// <summary>Gives a command that must be refused, and answers with why.</summary>
    public Refusal Refused(ReviewCommand command, Caller? caller = null) =>
        Assert.IsType<Verdict.Refused>(Give(command, caller)).Refusal;

    public void Open(string? role = null, IReadOnlyDictionary<string, FactInput>? facts = null) => Do(
        new OpenReview("fernshire", "EX-1", new Dictionary<string, string>(), facts ?? Answers(_definition.Facts)),
        As(role ?? _definition.OpenedBy[0]));

    /// <summary>Moves the clock to an instant, stopping at every wake on the way.</summary>
    public void MoveTo(DateTimeOffset target)
    {
        while (NextWake is { } wake && wake <= target)
        {
            Now = wake > Now ? wake : Now;
            Do(new Advance());
            SendLetters();
        }

        Now = target;
    }

    public void MoveTo(DateOnly day, int hour = 10) => MoveTo(LondonTime.At(day, new TimeOnly(hour, 0)));

    public void SendLetters()
    {
        foreach (var id in State.LettersToSend.Order(StringComparer.Ordinal).ToArray())
        {
            if (Give(new BeginLetter(id)) is Verdict.Accepted)
            {
                Do(new RecordLetter(new LetterConfirmed(id, MessageId: null)));
            }
        }

        this.Screen();
        TellOthers();
    }

    /// <summary>Does what the world does with other reviews: those asked for are opened, those linked are told.</summary>
    public void TellOthers()
    {
        foreach (var start in State.Starts.Values.Where(start => start.Status == StartStatus.Ready).ToArray())
        {
            Do(new RecordStart(start.Id, $"{start.Id[6..].PadLeft(32, '0')}", Trouble: null));
        }

        foreach (var link in State.Links.Values.Where(link => link.IsToTell).ToArray())
        {
            Do(new RecordTold(link.Review));
        }
    }

    /// <summary>Does an action with answers that a newcomer would give.</summary>
    public Verdict Take(ReviewAction action, string? outcome = null)
    {
        var id = action.Item.Id;
        var facts = Answers(action.Definition.Ask);
        ReviewCommand command = action.Definition switch
        {
            DocumentDefinition => new StoreDocument(id, new string('a', 64), 10, "text/plain", "report.txt"),
            ApprovalDefinition => new GiveApproval(id, Approve: true, Reason: null),
            DecisionDefinition decision => new MakeDecision(
                id, outcome ?? decision.Outcomes.Single(each => each.Usual).Id, "Reasons.", facts),
            _ => new CompleteTask(id, facts, Note: null),
        };
        return Give(command, As(action.Roles[0]));
    }

    public Dictionary<string, FactInput> Answers(IReadOnlyList<FactDefinition> asked) =>
        asked.ToDictionary(fact => fact.Name, fact => Answering.TryGetValue(fact.Name, out var given) ? given : fact.Type switch
        {
            FactType.Date => new FactInput($"{Today:yyyy-MM-dd}", FactInputKind.Text),
            FactType.Boolean => new FactInput("true", FactInputKind.Boolean),
            FactType.Number => new FactInput("2", FactInputKind.Number),
            FactType.Choice => new FactInput(fact.Options[0].Id, FactInputKind.Text),
            _ => new FactInput("An answer", FactInputKind.Text),
        });

    /// <summary>Takes every offered action, else lets time pass, until the review ends.</summary>
    public void RunToTheEnd(Func<ReviewAction, bool>? willing = null)
    {
        for (var step = 0; State.IsOpen; step++)
        {
            Assert.True(step < 2000, $"The review does not end; it stands in {State.Stage}.");
            if (Actions.FirstOrDefault(willing ?? (_ => true)) is { } action)
            {
                Assert.IsType<Verdict.Accepted>(Take(action));
                SendLetters();
            }
            else
            {
                Assert.True(NextWake is not null, $"Nothing can be done and nothing will happen in {State.Stage}.");
                MoveTo(NextWake!.Value);
            }
        }
    }

    private string Refusal(ReviewCommand command, Caller? caller) =>
        (Decide.On(State, command, caller, Context) as Verdict.Refused)?.Refusal.Message ?? string.Empty;
}
