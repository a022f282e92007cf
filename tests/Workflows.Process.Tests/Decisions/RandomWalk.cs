using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Gives a review random commands at random times, right ones and wrong ones, and holds it to its laws.</summary>
internal sealed class RandomWalk
{
    private static readonly string[] Roles = ["business-manager", "authority-partner", "health-partner", "police-partner", "agency-lead", "lead-reviewer", "quality-assurer", "panel-officer"];

    private readonly Random _random;
    private readonly ReviewDriver _review;
    private readonly ProcessDefinition _definition;
    private readonly ReviewLaws _laws;

    public RandomWalk(ProcessDefinition definition, int seed)
    {
        _random = new Random(seed);
        _definition = definition;
        _review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(_random.Next(10, 300)), new TimeOnly(_random.Next(24), 30)));
        _laws = new ReviewLaws(_review, definition);

        // The same passages again and again in some of the versions, so that answers meet what they were given about.
        _review.Screening = due => [.. Enumerable.Range(0, _random.Next(4)).Select(at => new FoundDetail($"{due.Item}-{_random.Next(6)}-{at}", "name", [], 1))];
    }

    public int Commands { get; private set; }
    public int Refusals { get; private set; }
    public ReviewDriver Review => _review;

    public void Run(int steps)
    {
        _review.Open();
        _laws.Check();
        for (var step = 0; step < steps && _review.State.IsOpen; step++)
        {
            Step();
            Commands++;
            _laws.Check();
        }

        _laws.CheckFold();
    }

    private void Step()
    {
        switch (_random.Next(14))
        {
            case 13 when _random.Next(4) == 0:
                Move();
                break;
            case 12:
                Give(Linking(), ReviewDriver.As(Any(_definition.OpenedBy)));
                break;
            case 0 or 1:
                Pass();
                break;
            case 2:
                _review.SendLetters();
                break;
            case 3:
                Give(Wrong(), ReviewDriver.As(Any(Roles)));
                break;
            case 4:
                Give(Rare(), ReviewDriver.As("business-manager"));
                break;
            default:
                Act();
                break;
        }
    }

    private void Act()
    {
        if (_review.Actions is not { Count: > 0 } actions)
        {
            Pass();
            return;
        }

        var action = Any(actions);
        if (action.Definition is ApprovalDefinition && _random.Next(5) == 0)
        {
            Give(new GiveApproval(action.Item.Id, Approve: false, "Not yet."), ReviewDriver.As(action.Roles[0]));
            return;
        }

        var outcome = action.Definition is DecisionDefinition decision && _random.Next(3) == 0
            ? Any(decision.Outcomes.Where(each => each.Close is null || _random.Next(10) == 0).DefaultIfEmpty(decision.Outcomes[0]).ToArray()).Id : null;
        Note(_review.Take(action, outcome));
    }

    // Time passes: to just before a wake, to it, a little, or as if the host had been down.
    private void Pass()
    {
        var now = _review.Now;
        switch (_random.Next(4))
        {
            case 0 when _review.NextWake is { } wake && wake > now:
                _laws.NothingIsDueBefore(wake);
                _review.MoveTo(wake);
                break;
            case 1:
                _review.Now = now.AddDays(_random.Next(1, 40));
                break;
            case 2 when _random.Next(4) == 0:
                _review.Calendar = Calendars.WithExtraHoliday(_review.Today.AddDays(_random.Next(1, 60)));
                break;
            default:
                _review.MoveTo(now.AddHours(_random.Next(1, 200)));
                break;
        }

        Give(new Advance(), caller: null);
        _laws.AdvancingAgainChangesNothing();
    }

    // A newer version where there is one: proposed by one, answered by another, by the proposer, or turned down.
    private void Move()
    {
        var newer = ProcessCatalogue.Shipped.Newer(_review.Context.Definition);
        var version = newer.Count == 0 ? "2099.1" : Any(newer).Version;
        Give(new ProposeMove(version, "A reason.", new Dictionary<string, FactInput>()), ReviewDriver.As("business-manager"));
        if (_review.State.Move is { } move && _random.Next(3) > 0)
        {
            Give(new GiveApproval(move.Id, _random.Next(4) > 0, "A reason."), ReviewDriver.As(Any(new[] { "business-manager", "authority-partner", "lscb-chair" })));
            _laws.AdvancingAgainChangesNothing();
        }
    }

    // Links made and taken back by hand, and what other reviews say of themselves, in any order and again.
    private ReviewCommand Linking()
    {
        var other = new string(Any("abc".ToCharArray()), 32);
        return _random.Next(6) switch
        {
            0 or 1 => new LinkReview(other, "lcspr", Any(LinkKind.All).Id, Any(Enum.GetValues<LinkSide>()), "A reason."),
            2 => new UnlinkReview(other, "A reason."),
            3 => new RecordTold(other),
            var last => new HearOfLink(
                other, "lcspr", Any(LinkKind.All).Id, Any(Enum.GetValues<LinkSide>()), IsRemoved: last == 4,
                Any(Enum.GetValues<ReviewStatus>())),
        };
    }

    private ReviewCommand Wrong() => _random.Next(6) switch
    {
        0 => new CompleteTask(Any(_definition.Items.ToArray()).Id, new Dictionary<string, FactInput>(), Note: null),
        1 => new MakeDecision(Any(_definition.Items.ToArray()).Id, "commission", "Because.", new Dictionary<string, FactInput>()),
        2 => new GiveApproval(Any(_definition.Items.ToArray()).Id, Approve: true, Reason: null),
        3 => new StoreDocument(Any(_definition.Items.ToArray()).Id, new string('b', 64), 5, "text/plain", "a.txt"),
        4 => new CompleteTask("no-such-item", new Dictionary<string, FactInput>(), Note: null),
        _ => new ResendLetter("letter-1", Reason: null),
    };

    private ReviewCommand Rare()
    {
        var deadline = _review.State.Deadlines.Keys.Order(StringComparer.Ordinal).ElementAtOrDefault(_random.Next(8)) ?? "none";
        return _random.Next(10) switch
        {
            8 => new GiveCaseList($"case-list-{_random.Next()}", 1, new string('c', 64)),
            9 when _review.State.Screening.Documents.GetValueOrDefault("report") is { } document => new AnswerFindings(document.Item, [.. document.Findings.Take(1).Select(each => each.Id)], _random.Next(3) > 0, "A reason."),
            0 => new ExplainDelay(deadline, "A reason."),
            1 => new ExtendDeadline(deadline, _review.Today.AddDays(_random.Next(1, 90)), "A reason."),
            2 when _random.Next(20) == 0 => new WithdrawReview("The criteria are not met."),
            _ => new CorrectFact(
                Any(new[] { "awareOn", "notificationSentOn", "plannedPublicationOn", "harm" }),
                $"{_review.Today.AddDays(-_random.Next(0, 30)):yyyy-MM-dd}", "A slip."),
        };
    }

    private void Give(ReviewCommand command, Caller? caller) => Note(_review.Give(command, caller));

    private void Note(Verdict verdict) => Refusals += verdict is Verdict.Refused ? 1 : 0;

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
