using System.Globalization;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;

namespace Workflows.Local.Simulation;

/// <summary>Answers what a process asks, plainly: what has happened happened today, what is planned lies four weeks ahead.</summary>
/// <param name="calendar">The working calendar.</param>
/// <param name="listed">What is answered where several answers are asked for.</param>
internal sealed class SimulatedAnswers(WorkingCalendar calendar, IReadOnlyList<string> listed)
{
    private static readonly Budget Ahead = Budget.WorkingDays(20);

    /// <summary>Answers every fact that must be answered.</summary>
    /// <param name="asked">The facts.</param>
    /// <param name="today">The present day.</param>
    public IReadOnlyDictionary<string, FactInput> To(IReadOnlyList<FactDefinition> asked, DateOnly today) =>
        asked.Where(fact => fact.Required).ToDictionary(fact => fact.Name, fact => Answer(fact, today));

    private FactInput Answer(FactDefinition fact, DateOnly today) => fact.Type switch
    {
        FactType.Date => Date(fact, today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactType.Boolean => new FactInput("true", FactInputKind.Boolean),
        FactType.Number => new FactInput("1", FactInputKind.Number),
        FactType.Choice => fact.Options[0].Id,
        _ when fact.List => new FactInput(string.Join('\n', listed), FactInputKind.List),
        _ => "As simulated.",
    };

    private DateOnly Date(FactDefinition fact, DateOnly today) =>
        fact is { NotBefore: "today", NotAfter: null } ? calendar.After(today, Ahead) : today;
}
