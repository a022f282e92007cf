using System.Globalization;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>A review that is really decided on, in the demonstration partnership unless told, with a clock that is moved by hand.</summary>
internal sealed class Story
{
    public static readonly ReviewId Review = ReviewId.From("a review of the tests");

    public static readonly LetterOptions Options = new()
    {
        PublicAddress = new Uri("https://reviews.fernshire.example/service/"), ServiceName = "Fernshire reviews",
    };

    /// <summary>The link of every letter here.</summary>
    public static readonly Uri Link = new("https://reviews.fernshire.example/service/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private readonly DirectorySnapshot _directory;

    public Story(string now, DirectorySnapshot? directory = null, string process = "lcspr@2026.1")
    {
        Definition = ProcessCatalogue.Shipped.Find(process)!;
        _directory = directory ?? DemonstrationDirectory.Snapshot;
        MoveTo(now);
    }

    public ProcessDefinition Definition { get; set; }

    public ReviewState State { get; set; } = ReviewState.Empty;

    public DateTimeOffset Now { get; private set; }

    public DateOnly Today => LondonTime.DateOf(Now);

    public IEnumerable<LetterState> Letters => State.Letters.Values.OrderBy(letter => letter.Id.Length).ThenBy(letter => letter.Id, StringComparer.Ordinal);

    private ReviewContext Context => new()
    {
        Definition = Definition, Calendar = WorkingCalendar.Shipped, Now = Now, Roster = _directory.RosterOf("fernshire", Today),
    };

    public IReadOnlyList<ReviewAction> Actions => ReviewActions.For(State, Context);

    public IReadOnlyList<ReviewAction> Registers => ReviewActions.Registers(State, Context);

    public DateTimeOffset? NextWake => Process.Decisions.NextWake.Of(State, Context);

    public static Story Opened(string now, DirectorySnapshot? directory = null, string reference = "FERN-2026-01")
    {
        var story = new Story(now, directory);
        story.Do("business.manager", new OpenReview("fernshire", reference, story._directory.SettingsOf("fernshire"), new Dictionary<string, FactInput>
        {
            ["awareOn"] = story.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["harm"] = "harmed",
            ["agencies"] = "Secondary school\nHealth visiting\nPrimary school",
        }));
        return story;
    }

    public void MoveTo(string now) => Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

    public void MoveTo(DateTimeOffset now) => Now = now;

    /// <summary>Moves the clock and lets what falls due happen.</summary>
    public Story At(string now)
    {
        MoveTo(now);
        Do(user: null, new Advance());
        return this;
    }

    public void Do(string? user, ReviewCommand command, bool agencies = false)
    {
        var caller = user is null ? null : new Caller(
            user, [.. _directory.RolesOf(user, "fernshire", Today), .. agencies ? _directory.AgencyRolesOf(user, "fernshire", Today) : []]);
        var verdict = Decide.On(State, command, caller, Context);
        State = Assert.IsType<Verdict.Accepted>(verdict).After;
    }

    public LetterDraft Write(LetterState letter, int attempt = 1) => LetterWriter.Write(
        Review, State, Definition, letter, _directory, Options, Link, WorkingCalendar.Shipped, Today, attempt);

    /// <summary>The latest letter of a kind to somebody, as it goes out.</summary>
    public OutgoingLetter Letter(LetterKind kind, string to) =>
        Assert.IsType<LetterDraft.Ready>(Write(Letters.Last(letter => letter.Kind == kind && letter.To == to))).Letter;

    /// <summary>Marks every letter that is to be sent as sent.</summary>
    public void SendAll()
    {
        foreach (var id in State.LettersToSend)
        {
            Do(user: null, new BeginLetter(id));
            Do(user: null, new RecordLetter(new LetterConfirmed(id, MessageId: null)));
        }
    }

    /// <summary>Screens what is to be screened, and finds one detail in it.</summary>
    public void Screen()
    {
        foreach (var due in State.Screening.Documents.Values.Where(each => State.IsOpen && !each.IsScreened))
        {
            Do(user: null, new BeginScreening(due.Item));
            Do(user: null, new RecordScreening(due.Item, due.Version, due.List, [new FoundDetail($"of-{due.Item}", "name", [1], 1)], Found: 1, Paper: "screening-0", Pages: 1));
        }

        if (!State.IsOpen && State.Screening.HasPapers)
        {
            Do(user: null, new RecordScreeningDestroyed(1));
        }
    }

    public void CompleteNotification(string on) => Do("business.manager", new CompleteTask("notification", new Dictionary<string, FactInput>
    {
        ["notificationSentOn"] = on, ["partnersAwareOn"] = on,
    }, Note: null));
}
