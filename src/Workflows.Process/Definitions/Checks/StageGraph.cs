namespace Workflows.Process.Definitions.Checks;

/// <summary>Which stage can follow which.</summary>
internal sealed class StageGraph
{
    private readonly Dictionary<string, HashSet<string>> _next = [];
    private readonly Dictionary<string, HashSet<string>> _leadsTo = [];
    private readonly HashSet<string> _closing = [];

    public StageGraph(ProcessDefinition definition)
    {
        var beside = definition.Alongside.OfType<DecisionDefinition>().SelectMany(Gos).ToList();
        foreach (var stage in definition.Stages)
        {
            var decisions = stage.Items.OfType<DecisionDefinition>().ToList();
            var next = _next[stage.Id] = [.. decisions.SelectMany(Gos), .. beside];
            var goesOn = !decisions.Exists(AlwaysLeadsElsewhere);
            if (goesOn && stage.Then is not null)
                next.Add(stage.Then);
            var closes = decisions.Exists(decision => decision.Outcomes.Any(outcome => outcome.Close is not null));
            if (closes || (goesOn && stage.Then is null))
                _closing.Add(stage.Id);
        }
        foreach (var stage in definition.Stages)
            _leadsTo.TryAdd(stage.Id, From(stage.Id));
    }

    /// <summary>Stages that can come directly after one.</summary>
    public IReadOnlySet<string> Next(string stage) => _next[stage];

    /// <summary>Whether a review can come from one stage to another, at whatever distance.</summary>
    public bool Leads(string from, string to) => _leadsTo.TryGetValue(from, out var reached) && reached.Contains(to);

    /// <summary>Whether a review in this stage can come to its end, here or in a stage that it leads to.</summary>
    public bool HasWayOut(string stage) => _closing.Contains(stage) || _leadsTo[stage].Overlaps(_closing);

    private static IEnumerable<string> Gos(DecisionDefinition decision) =>
        decision.Outcomes.Select(outcome => outcome.Go).OfType<string>();

    private static bool AlwaysLeadsElsewhere(DecisionDefinition decision) =>
        decision is { When: null, Each: null, Repeat: null, Unfinished: Unfinished.Wait, Outcomes.Count: > 0 }
        && decision.Outcomes.All(outcome => outcome.Go is not null || outcome.Close is not null);

    private HashSet<string> From(string stage)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([stage]);
        while (open.TryPop(out var current))
        {
            foreach (var next in _next.GetValueOrDefault(current) ?? [])
            {
                if (reached.Add(next))
                    open.Push(next);
            }
        }
        return reached;
    }
}
