using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Definitions.Checks;

/// <summary>A definition laid out for checking: items and stages by name, and where things stand in the file.</summary>
internal sealed class Plan
{
    private readonly ReadingContext _context;
    private readonly Dictionary<string, string> _stageOf = [];

    public Plan(ProcessDefinition definition, ReadingContext context)
    {
        _context = context;
        Definition = definition;
        foreach (var item in definition.Items)
            Items.TryAdd(item.Id, item);
        foreach (var stage in definition.Stages)
        {
            foreach (var item in stage.Items)
                _stageOf.TryAdd(item.Id, stage.Id);
        }
        Stages = new StageGraph(definition);
    }

    public ProcessDefinition Definition { get; }

    public Dictionary<string, ItemDefinition> Items { get; } = [];

    public StageGraph Stages { get; }

    /// <summary>The stage of an item; null alongside.</summary>
    public string? StageOf(string item) => _stageOf.GetValueOrDefault(item);

    /// <summary>Deadlines that an item's being done meets: its own and those that span it.</summary>
    public IEnumerable<DeadlineDefinition> DeadlinesOf(string item) =>
        Definition.AllDeadlines.Where(deadline => deadline.MetBy.Contains(item));

    /// <summary>Whether work on one item surely lies before a stage begins: it belongs to another stage that leads there.</summary>
    public bool LiesBefore(string item, string? stage) =>
        stage is not null && StageOf(item) is { } other && other != stage && Stages.Leads(other, stage);

    /// <summary>Logs a problem at an item's key.</summary>
    public void AtItem(string item, string key, string what, string remedy) =>
        _context.Problems.Add(_context.Names.PlaceOf(item, key), what, remedy);

    /// <summary>Logs a problem at a key of the file's top.</summary>
    public void AtTop(string key, string what, string remedy) =>
        _context.Problems.Add(_context.Root.Find(key)?.Place ?? _context.Root.Place, what, remedy);

    /// <summary>Logs a problem at a stage's key.</summary>
    public void AtStage(string stage, string key, string what, string remedy)
    {
        if (_context.Names.Stages.TryGetValue(stage, out var map))
            _context.Problems.Add(map.Find(key)?.Place ?? map.Place, what, remedy);
    }

    /// <summary>Logs a problem at a deadline's first key of those named.</summary>
    public void AtDeadline(DeadlineDefinition deadline, string[] keys, string what, string remedy)
    {
        var map = _context.Names.Deadlines.GetValueOrDefault(deadline.Id)
            ?? (_context.Names.Items.TryGetValue(deadline.Id, out var item) ? item.Map.Find("due")?.Value as YamlMap : null);
        var entry = keys.Select(key => map?.Find(key)).FirstOrDefault(found => found is not null);
        _context.Problems.Add(entry?.Place ?? new Place(deadline.Line, 1), what, remedy);
    }
}
