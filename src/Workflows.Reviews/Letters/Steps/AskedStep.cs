using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>Something to be done: asked for when it opens, or reminded of. Topics of one item stand together.</summary>
internal static class AskedStep
{
    public static Step Of(Matter matter, LetterTopic[] topics, bool isOver)
    {
        var topic = topics[^1];
        var item = ItemOf(matter, topic);
        var deadline = DeadlineOf(matter, topics, item);
        var rule = deadline is null ? null : matter.Plan.Deadlines.GetValueOrDefault(deadline.Definition);
        var isReminder = topics.Any(each => each.Rung is not null);
        var count = topics.Select(each => each.Item).Distinct().Count();
        var title = item?.Title ?? rule?.Title ?? matter.Definition.Title;
        return new Step
        {
            Title = count > 1 ? $"{title} ({count} of them)" : title,
            What = isOver ? "no longer needed" : What(matter, item, deadline, isReminder),
            Says = isOver ? [new Paragraph(Sentences.Over)] : Says(matter, topic, item, deadline, rule, isReminder),
            LinkText = item is ApprovalDefinition ? "Read it, and approve or reject it:" : "Go to the review:",
            DueOn = deadline?.DueOn,
            DueId = isOver ? null : deadline?.Id,
        };
    }

    private static Block[] Says(
        Matter matter, LetterTopic topic, ItemDefinition? item, DeadlineState? deadline, DeadlineDefinition? rule, bool isReminder)
    {
        var to = item is not null ? item.By : rule is not null ? RolesOf(matter, rule) : [];
        var isTheirs = matter.IsOneOf(to);
        var says = new List<Block> { new Paragraph(isTheirs ? Sentences.Ask(item) : Sentences.AskedOfOthers(matter, to)) };
        if (deadline is not null)
        {
            says.Add(new Paragraph(Sentences.Due(matter, deadline, isReminder)));
        }

        if (item is null && rule is not null)
        {
            says.Add(new Paragraph($"It is met when this is done: {string.Join(" or ", rule.MetBy.Select(id => matter.Plan.Items[id].Title))}."));
        }

        if (isTheirs && !isReminder && item?.Help is { } help)
        {
            says.Add(new Paragraph(help));
        }

        if (item is ApprovalDefinition approval && topic.Item is { } instance)
        {
            says.AddRange(ApprovalWords.Of(matter, approval, matter.State.Items.GetValueOrDefault(instance)));
        }

        if (rule is not null)
        {
            says.Add(new Fact("The rule", Wording.Rule(rule.Cite, rule.Force)));
        }

        return [.. says, .. NextWords.Of(matter, item, deadline, rule)];
    }

    private static string What(Matter matter, ItemDefinition? item, DeadlineState? deadline, bool isReminder)
    {
        if (deadline is not null && (isReminder || deadline.DueOn < matter.Today))
        {
            return Sentences.Standing(matter, deadline);
        }

        var ask = item is ApprovalDefinition ? "your approval is asked for" : "please do this";
        return deadline is null ? ask : $"{ask} by {Wording.ShortDay(deadline.DueOn)}";
    }

    private static ItemDefinition? ItemOf(Matter matter, LetterTopic topic) =>
        topic.Item is { } item && matter.State.Items.GetValueOrDefault(item) is { } instance
            ? matter.Plan.Items.GetValueOrDefault(instance.Definition) : null;

    // Its own deadline; where the item has none, the first of those that it meets.
    private static DeadlineState? DeadlineOf(Matter matter, LetterTopic[] topics, ItemDefinition? item)
    {
        var deadlines = matter.State.Deadlines;
        return topics.Select(topic => topic.Deadline ?? topic.Item).OfType<string>()
                .Select(id => deadlines.GetValueOrDefault(id)).FirstOrDefault(deadline => deadline is not null)
            ?? (item is null ? [] : matter.Plan.DeadlinesMetBy.GetValueOrDefault(item.Id, []))
                .Select(rule => deadlines.GetValueOrDefault(rule.Id)).OfType<DeadlineState>()
                .Where(deadline => deadline.IsRunning).MinBy(deadline => deadline.DueOn);
    }

    private static IEnumerable<string> RolesOf(Matter matter, DeadlineDefinition rule) =>
        rule.MetBy.SelectMany(id => matter.Plan.Items[id].By).Distinct();
}
