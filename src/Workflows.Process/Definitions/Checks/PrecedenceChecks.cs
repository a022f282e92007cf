namespace Workflows.Process.Definitions.Checks;

/// <summary>
/// What an item builds on is there by its turn: the decision or answer that its condition looks at, the document that
/// it approves or publishes. Otherwise the item would be skipped, or come empty, without anybody noticing.
/// </summary>
internal static class PrecedenceChecks
{
    public static void Run(Plan plan)
    {
        foreach (var item in plan.Items.Values)
        {
            foreach (var subject in Subjects(item.When).Distinct())
            {
                var sources = Sources(plan, subject);
                if (sources.Count > 0 && MayComeBefore(plan, item, sources))
                    plan.AtItem(item.Id, "when",
                        $"'{item.Id}' may be judged before {subject.Name} is known, and would then not be needed.",
                        $"Let it come 'after' {string.Join(" or ", sources)}.");
            }
            if (item is ApprovalDefinition { About: { } document } && MayComeBefore(plan, item, [document]))
                plan.AtItem(item.Id, "about", $"'{item.Id}' may open before the document '{document}' is there.",
                    $"Let it come 'after' {document}.");
            if (item.Publishes is { } published && MayComeBefore(plan, item, [published.Document]))
                plan.AtItem(item.Id, "publishes",
                    $"'{item.Id}' may open before the document '{published.Document}' is there.",
                    $"Let it come 'after' {published.Document}.");
        }
    }

    private static bool MayComeBefore(Plan plan, ItemDefinition item, List<string> sources) =>
        !sources.Exists(source => plan.LiesBefore(source, plan.StageOf(item.Id)))
        && Foresight.Of(plan, sources.Contains, _ => true).Opens(item.Id);

    /// <summary>Items from which a subject comes to be known; none where it is known from the opening.</summary>
    private static List<string> Sources(Plan plan, Subject subject) => subject.Kind switch
    {
        SubjectKind.Outcome => [subject.Name],
        SubjectKind.Fact when plan.Definition.Facts.All(fact => fact.Name != subject.Name) =>
        [
            .. plan.Items.Values
                .Where(item => item is not RegisterDefinition && item.Ask.Any(fact => fact.Name == subject.Name))
                .Select(item => item.Id),
        ],
        _ => [],
    };

    /// <summary>What a condition needs to know; what it denies may well be unknown.</summary>
    private static IEnumerable<Subject> Subjects(Condition? condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Subjects),
        // One alternative may be known early and another late: the item comes when its author says so.
        AnyOf any => any.Parts.Count == 1 ? Subjects(any.Parts[0]) : [],
        IsOneOf one => [one.Subject],
        IsBetween between => [between.Subject],
        _ => [],
    };
}
