namespace Workflows.Process.Definitions.Pages;

/// <summary>Makes the page of one definition.</summary>
internal sealed class PageMaker(ProcessDefinition definition)
{
    private readonly PlainWords _words = new(definition);

    public ProcessPage Make() => new()
    {
        Key = definition.Key,
        Title = definition.Title,
        Summary = definition.Summary,
        Applies = Applies(),
        OpeningAndWithdrawal = [.. OpeningAndWithdrawal()],
        Roles = [.. definition.Roles.Select(role => new PageRole(
            role.Value, [.. definition.Items.Where(item => item.By.Contains(role.Key)).Select(item => item.Title)]))],
        Bodies = [.. definition.Bodies.Values],
        Questions = [.. definition.Facts.Select(Question)],
        Choices = [.. definition.Settings.Select(Choice)],
        Stages = [.. definition.Stages.Select(stage => new PageStage(
            stage.Title, Next(stage), [.. stage.Items.Select(Step)]))],
        Beside = [.. definition.Alongside.Select(Step)],
        Deadlines = [.. definition.AllDeadlines.Select(Deadline)],
        Ladders = [.. definition.Ladders.Values
            .Where(ladder => definition.AllDeadlines.Any(deadline => deadline.Ladder == ladder.Name))
            .Select(ladder => new PageLadder(ladder.Name, [.. ladder.Rungs.Select(_words.Rung)]))],
    };

    private string Next(StageDefinition stage) =>
        stage.Items.OfType<DecisionDefinition>().Any(decision => decision.When is null
            && decision.Outcomes.All(outcome => outcome.Go is not null || outcome.Close is not null))
            ? "What follows is decided in it."
            : $"Then, unless a decision says otherwise: {_words.StageOrEnd(stage.Then)}.";

    private string Applies()
    {
        var (from, to, by) = definition.Effective;
        var asked = definition.Facts.First(fact => fact.Name == by).Ask;
        return $"Applies where the answer to “{asked}” is {(to is null ? "on or after " : "from ")}{PlainWords.Day(from)}"
            + $"{(to is { } last ? $" to {PlainWords.Day(last)}, both included" : "")}.";
    }

    private IEnumerable<string> OpeningAndWithdrawal()
    {
        yield return $"Opened by: {_words.Roles(definition.OpenedBy)}.";
        if (definition.Withdrawal is { } withdrawal)
        {
            var told = withdrawal.Tells.Count == 0 ? "" : $"; told: {_words.Roles(withdrawal.Tells)}";
            yield return $"Withdrawn by: {_words.Roles(withdrawal.By)}{told}. "
                + $"Source: {withdrawal.Cite} ({PlainWords.Of(withdrawal.Checked)}).";
        }
        else
        {
            yield return "It cannot be withdrawn.";
        }
    }

    private static string Question(FactDefinition fact)
    {
        var options = fact.Options.Count == 0 ? ""
            : $" ({string.Join("; ", fact.Options.Select(option => option.Title))})";
        return $"{fact.Ask}{options}{(fact.Required ? "" : " It may be left open.")}";
    }

    private string Choice(SettingDefinition setting)
    {
        var options = setting.Options.Select(option =>
            option.Title + (option.Id == setting.Default ? " (unless chosen otherwise)" : ""));
        return $"{setting.Title}: {string.Join("; ", options)}.";
    }

    private PageStep Step(ItemDefinition item) => new(
        PlainWords.KindOf(item), item.Title,
        item switch
        {
            NoticeDefinition notice => $"to {_words.Roles(notice.To)}",
            WaitDefinition => "nobody",
            ApprovalDefinition approval => $"{_words.Roles(item.By)} ({_words.QuorumOf(approval)})",
            _ => _words.Roles(item.By),
        },
        [.. _words.When(item)],
        item is DecisionDefinition decision ? [.. decision.Outcomes.Select(_words.Outcome)] : [],
        item.Cite);

    private PageDeadline Deadline(DeadlineDefinition deadline) => new(
        deadline.Title, _words.Limit(deadline.Due), PlainWords.Of(deadline.Force), deadline.Cite,
        PlainWords.Of(deadline.Checked), deadline.Checked != CheckedMark.Primary, deadline.Ladder);
}
