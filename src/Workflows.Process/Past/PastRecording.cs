using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Past;

/// <summary>
/// Records a review from before: lives it again on the days on which it went, by the same rules as any other, so that its state,
/// its limits and its lateness are what they truly were. Nobody is written to, and reminders whose time is past are passed by for
/// good; what falls due after the recording goes on as in any review. What stands in no record is passed over where something
/// later shows that it was over. Pure, and all or nothing.
/// </summary>
public sealed class PastRecording
{
    private const int MostTurns = 20_000;

    private readonly PastReview _past;
    private readonly ReviewContext _context;
    private readonly List<JournalEntry> _entries = [];
    private readonly List<PastProblem> _problems = [];
    private Turn _turn;

    private PastRecording(PastReview past, ReviewContext context)
    {
        _past = past;
        _context = context;
        _turn = new Turn(ReviewState.Empty, At(past.OpenedOn) with { Key = context.Key });
    }

    /// <summary>Records a review.</summary>
    /// <param name="past">The review.</param>
    /// <param name="context">
    /// The present: its instant is the end of the past, and its <see cref="ReviewContext.Import"/> says who records it.
    /// </param>
    /// <returns>The whole journal and the state that it makes, or everything that was found wrong.</returns>
    /// <exception cref="ArgumentException">The context does not say who records it.</exception>
    public static PastReading Read(PastReview past, ReviewContext context)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Import is null)
        {
            throw new ArgumentException("Say who records it.", nameof(context));
        }

        var problems = PastDays.Problems(past, context.Today).ToArray();
        return problems.Length > 0 ? new PastReading([], ReviewState.Empty, problems) : new PastRecording(past, context).Run();
    }

    private PastReading Run()
    {
        if (!Open())
        {
            return Refused();
        }

        var steps = PastSteps.Spread(_past.Steps, _turn.State, _turn.Plan, _problems);
        while (_problems.Count == 0 && steps.Count > 0)
        {
            var day = steps.Min(step => step.Day);
            MoveTo(day);
            var step = steps.Where(each => each.Day == day)
                .OrderBy(each => _turn.State.Items.GetValueOrDefault(each.Item) is { Status: ItemStatus.Open } ? 0 : 1).First();
            steps.Remove(step);
            var opening = new PastOpening(_turn, steps, _problems);
            if (!opening.Open(step))
            {
                if (opening.PutOff is not { } later)
                {
                    return Refused();
                }

                steps.Add(step with { PutOff = later, Tries = step.Tries + 1 });
            }
            else if (!PastDoing.Do(_turn, step, _problems))
            {
                return Refused();
            }

            Settle.Run(_turn);
        }

        if (_problems.Count == 0)
        {
            End();
        }

        Keep();
        return _problems.Count > 0 ? Refused() : new PastReading(_entries, _turn.State, []);
    }

    private bool Open()
    {
        var definition = _turn.Plan.Definition;
        var opener = new Caller(PastActor.Of(definition.OpenedBy[0]).User, [definition.OpenedBy[0]]);
        var command = new OpenReview(_past.Partnership, _past.Reference, _past.Settings, _past.Facts);
        if (DecideReview.Open(_turn, command, opener) is { } refusal)
        {
            _problems.AddRange(PastWords.Problems(refusal, "reference"));
            return false;
        }

        Settle.Run(_turn);
        return true;
    }

    private void End()
    {
        if (_past.Ending is not { } ending)
        {
            MoveTo(_context.Today);
            return;
        }

        MoveTo(ending.On);
        if (PastEnd.Bring(_turn, ending) is { } problem)
        {
            _problems.Add(problem);
        }
    }

    // On the way to a day, whatever time alone brought about.
    private void MoveTo(DateOnly day)
    {
        var target = At(day);
        var known = DateTimeOffset.MinValue;
        for (var turns = 0; NextWake.Of(_turn.State, _turn.Context) is { } wake && wake <= target.Now; turns++)
        {
            if (turns > MostTurns)
            {
                throw new InvalidOperationException($"The process {_turn.State.Process} does not come to rest.");
            }

            var now = wake > _turn.Context.Now ? wake : _turn.Context.Now;
            if (now == known)
            {
                break;
            }

            known = now;
            Next(_context with { Now = now, Key = null, NotEndedBefore = _past.Ending?.On });
            Settle.Run(_turn);
        }

        Next(target);
        Settle.Run(_turn);
    }

    private void Next(ReviewContext context)
    {
        Keep();
        _turn = new Turn(_turn.State, context);
    }

    private void Keep() => _entries.AddRange(_turn.Entries);

    private ReviewContext At(DateOnly day)
    {
        var noon = LondonTime.At(day, PastDays.Noon);
        return _context with
        {
            Now = noon < _context.Now ? noon : _context.Now, Key = null, NotEndedBefore = _past.Ending?.On,
        };
    }

    private PastReading Refused() => new([], ReviewState.Empty, [.. _problems]);
}

/// <summary>What recording a review from before came to.</summary>
/// <param name="Entries">The whole journal, in sequence; none where something is wrong.</param>
/// <param name="After">The state that it makes.</param>
/// <param name="Problems">What is wrong; none where it can be recorded.</param>
public sealed record PastReading(
    IReadOnlyList<JournalEntry> Entries, ReviewState After, IReadOnlyList<PastProblem> Problems);
