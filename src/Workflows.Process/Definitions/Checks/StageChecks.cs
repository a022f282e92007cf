namespace Workflows.Process.Definitions.Checks;

/// <summary>Every stage can be reached, every review can end, and the usual outcomes lead to its end.</summary>
internal static class StageChecks
{
    public static void Run(Plan plan)
    {
        var stages = plan.Definition.Stages;
        if (stages.Count == 0)
            return;
        var first = stages[0].Id;
        foreach (var stage in stages.Where(stage => stage.Id != first && !plan.Stages.Leads(first, stage.Id)))
        {
            plan.AtStage(stage.Id, "id", $"The stage '{stage.Id}' cannot be reached.",
                "Let another stage's 'then' or an outcome's 'go' lead to it, or remove it.");
        }
        if (stages.FirstOrDefault(stage => !plan.Stages.HasWayOut(stage.Id)) is { } endless)
        {
            plan.AtStage(endless.Id, "id", $"A review that comes to the stage '{endless.Id}' can never end.",
                "Write 'then: closed' in a stage that follows it, or an outcome with 'close'.");
        }
        else
        {
            CheckUsualCourse(plan, first);
        }
        foreach (var item in stages.SelectMany(stage => stage.Items)
            .Where(item => item is { Repeat.Until.Count: 0, Unfinished: Unfinished.Wait }))
        {
            plan.AtItem(item.Id, "repeat", $"The stage waits for '{item.Id}', which comes again without end.",
                "Give 'repeat' an 'until', or write 'unfinished: drop' (or gap).");
        }
    }

    /// <summary>Follows the usual outcomes from the first stage, as a client does that knows nothing of the process.</summary>
    private static void CheckUsualCourse(Plan plan, string first)
    {
        var byId = plan.Definition.Stages.DistinctBy(stage => stage.Id).ToDictionary(stage => stage.Id);
        var seen = new HashSet<string>();
        for (var stage = first; stage is not null; stage = byId.TryGetValue(stage, out var current) ? UsualNext(current) : null)
        {
            if (seen.Add(stage))
                continue;
            plan.AtStage(stage, "id", $"The usual outcomes lead from the stage '{stage}' back to it.",
                "Mark as usual the outcomes that carry the review to its end.");
            return;
        }
    }

    /// <summary>The stage that usually follows; null at the end, or where it depends on a condition.</summary>
    private static string? UsualNext(StageDefinition stage)
    {
        var steering = stage.Items.OfType<DecisionDefinition>()
            .SelectMany(decision => decision.Outcomes.Where(outcome => outcome.Usual)
                .Select(outcome => (decision.When, outcome.Go, outcome.Close)))
            .Where(usual => usual.Go is not null || usual.Close is not null)
            .ToList();
        if (steering.Exists(usual => usual.When is not null || usual.Close is not null))
            return null;
        return steering.Count > 0 ? steering[^1].Go : stage.Then;
    }
}
