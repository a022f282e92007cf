namespace Workflows.Process.Definitions.Checks;

/// <summary>
/// What can come to pass in a review at best: which items can open and be settled, which stages can begin. Anything
/// that does not appear here can never happen. Parts of the process can be held back, to see what hangs on them.
/// </summary>
internal sealed class Foresight
{
    private readonly Plan _plan;
    private readonly Func<string, bool> _heldBack;
    private readonly Func<string, bool> _timeCounts;
    private readonly HashSet<string> _opened = [];
    private readonly HashSet<string> _settled = [];
    private readonly HashSet<string> _begun = [];

    private Foresight(Plan plan, Func<string, bool> heldBack, Func<string, bool> timeCounts)
    {
        _plan = plan;
        _heldBack = heldBack;
        _timeCounts = timeCounts;
    }

    /// <summary>Looks ahead.</summary>
    /// <param name="plan">The process.</param>
    /// <param name="heldBack">Items that open but are never settled.</param>
    /// <param name="timeCounts">Items whose gate and waiting time count; those of others are taken as over.</param>
    public static Foresight Of(Plan plan, Func<string, bool> heldBack, Func<string, bool> timeCounts)
    {
        var foresight = new Foresight(plan, heldBack, timeCounts);
        while (foresight.Advance())
        {
            // Until nothing more can happen.
        }
        return foresight;
    }

    public bool Opens(string item) => _opened.Contains(item);

    public bool Begins(string stage) => _begun.Contains(stage);

    /// <summary>Whether a date can become known.</summary>
    public bool IsKnown(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.ReviewOpened => true,
        AnchorKind.StageOpened => _begun.Contains(anchor.Name),
        AnchorKind.ItemOpened => _opened.Contains(anchor.Name),
        AnchorKind.ItemDone => _settled.Contains(anchor.Name),
        AnchorKind.Fact => IsAsked(anchor.Name),
        // An option without a date is logged as such; the others must all serve, since any of them may be chosen.
        _ => _plan.Definition.Settings.Where(setting => setting.Name == anchor.Name)
            .All(setting => setting.Options.All(option => option.Anchor is not { Kind: not AnchorKind.Setting } date || IsKnown(date))),
    };

    private bool IsAsked(string fact) =>
        _plan.Definition.Facts.Any(asked => asked.Name == fact)
        || _plan.Definition.Items.Any(item => item.Ask.Any(asked => asked.Name == fact)
            && (item is RegisterDefinition ? _opened : _settled).Contains(item.Id));

    private bool Advance()
    {
        var before = _opened.Count + _settled.Count + _begun.Count;
        if (_plan.Definition.Stages.Count > 0)
            _begun.Add(_plan.Definition.Stages[0].Id);
        AdvanceAll(_plan.Definition.Alongside);
        foreach (var stage in _plan.Definition.Stages.Where(stage => _begun.Contains(stage.Id)))
        {
            AdvanceAll(stage.Items);
            if (stage.Items.All(item => item.Unfinished != Unfinished.Wait || _settled.Contains(item.Id)))
                _begun.UnionWith(_plan.Stages.Next(stage.Id));
        }
        return _opened.Count + _settled.Count + _begun.Count > before;
    }

    /// <summary>Forward and back again: a list in which everything waits for what stands below costs one turn, not many.</summary>
    private void AdvanceAll(IReadOnlyList<ItemDefinition> items)
    {
        foreach (var item in items)
            Advance(item);
        for (var index = items.Count - 1; index >= 0; index--)
            Advance(items[index]);
    }

    private void Advance(ItemDefinition item)
    {
        if (_settled.Contains(item.Id))
            return;
        var timed = _timeCounts(item.Id);
        if (!_opened.Contains(item.Id) && item.After.All(IsPast) && (!timed || item.NotBefore is null || IsKnown(item.NotBefore.Anchor)))
            _opened.Add(item.Id);
        if (_opened.Contains(item.Id) && item is not RegisterDefinition && !_heldBack(item.Id)
            && (!timed || item is not WaitDefinition wait || IsKnown(wait.Until.Anchor)))
            _settled.Add(item.Id);
    }

    private bool IsPast(Predecessor before) =>
        _settled.Contains(before.Item)
        || (before.OrDue && _plan.DeadlinesOf(before.Item).Any(deadline =>
            IsKnown(deadline.Due.Anchor) && (deadline.Id != before.Item || _opened.Contains(before.Item))));
}
