using Workflows.Local.Clock;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Local.Simulation;

/// <summary>
/// Carries a review from its opening to its end on a clock of its own: it does what can be done when its day comes, and lets
/// fall due what falls due between.
/// </summary>
internal sealed class Simulator(
    SimulatedHands hands, Pace pace, ReviewDesk desk, ReviewContexts contexts, IReviewIndex index, WakeRound round, MovableClock clock)
{
    private const int MostTurns = 20_000;
    private const int MostRefusals = 60;
    private static readonly TimeOnly Working = new(10, 0);
    private readonly Dictionary<string, DateOnly> _planned = [];
    private int _refusals;

    /// <summary>Whether the step that should be late was.</summary>
    public bool WasLate { get; private set; }

    /// <summary>Carries it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="reference">The case reference.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The review, at its end.</returns>
    /// <exception cref="SimulationException">It cannot be carried on, and why.</exception>
    public async Task<ReviewFile> RunAsync(ProcessDefinition definition, string reference, CancellationToken stop)
    {
        var review = await hands.OpenAsync(definition, reference, stop);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            await round.RunAsync(stop);
            var file = (await desk.FindAsync(review, stop))!;
            if (!file.State.IsOpen)
            {
                return file;
            }

            await TurnAsync(file, stop);
        }

        throw new SimulationException("It does not come to an end.");
    }

    private async Task TurnAsync(ReviewFile file, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var next = Plan(file, now).OrderBy(each => each.At).FirstOrDefault();
        var wakes = await index.DueAsync(DateTimeOffset.MaxValue, limit: 1, stop);
        if (next.Action is null && wakes.Count == 0)
        {
            throw new SimulationException("Nothing can be done, and nothing will fall due: it stands still.");
        }

        if (next.Action is null || (wakes.Count > 0 && wakes[0].At <= next.At))
        {
            clock.StepTo(wakes[0].At);
            return;
        }

        clock.StepTo(next.At);
        if (await hands.DoAsync(file.Id, next.Action, stop) is not { } refusal)
        {
            _refusals = 0;
            WasLate |= pace.IsLate(next.Action);
            return;
        }

        // A rule stands against it today: tried again tomorrow.
        _planned[KeyOf(next.Action)] = LondonTime.DateOf(clock.GetUtcNow()).AddDays(1);
        if (++_refusals > MostRefusals)
        {
            throw new SimulationException($"'{next.Action.Title}' cannot be done: {refusal}");
        }
    }

    private List<(ReviewAction? Action, DateTimeOffset At)> Plan(ReviewFile file, DateTimeOffset now)
    {
        var today = LondonTime.DateOf(now);
        var plan = new List<(ReviewAction? Action, DateTimeOffset At)>();
        foreach (var action in ReviewActions.For(file.State, contexts.For(file.Definition, file.State.Partnership)))
        {
            var key = KeyOf(action);
            if (!_planned.TryGetValue(key, out var day))
            {
                _planned.Add(key, day = pace.DayOf(action, today));
            }

            var at = LondonTime.At(day, Working);
            plan.Add((action, at > now ? at : now));
        }

        return plan;
    }

    // What is opened again is planned again.
    private static string KeyOf(ReviewAction action) =>
        $"{action.Item.Id} {action.Item.OpenedOn:O} {action.Item.About} {string.Join(',', action.Roles)}";
}
