using Workflows.Process.Definitions;
using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>Commands about the review as a whole.</summary>
internal static class DecideReview
{
    private const int LongestReference = 60;

    public static Refusal? Open(Turn turn, OpenReview open, Caller? caller)
    {
        var definition = turn.Plan.Definition;
        var actor = open.From?.By ?? Actor.Engine;
        if (open.From is null && Refusals.Role(definition.OpenedBy, caller!, definition, out actor) is { } forbidden)
        {
            return forbidden;
        }

        var check = new FactCheck(turn.State, turn.Today);
        var wrong = check.Check(definition.Facts, open.Facts);
        if (ReferenceProblem(open.Reference) is { } problem)
        {
            var fields = new Dictionary<string, string>(wrong?.Fields ?? new Dictionary<string, string>())
            {
                ["reference"] = problem,
            };
            wrong = new Refusal(RefusalKind.Invalid, "reference-is-valid", problem) { Fields = fields };
        }

        if (wrong is not null)
        {
            return wrong;
        }

        turn.Add(
            new ReviewOpened(
                open.Partnership, open.Reference.Trim(), definition.Id, definition.Version, definition.Hash, turn.Today,
                Settings(definition, open.Settings), check.Facts, check.Texts),
            actor);
        if (open.From is { } from)
        {
            turn.Add(new ReviewLinked(
                from.Review, from.Process, from.Kind, DecideLinks.Turned(DecideStarts.Side(from.Kind)), Told: true));
        }

        return null;
    }

    public static Refusal? Correct(Turn turn, CorrectFact correct, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (!turn.Plan.Facts.TryGetValue(correct.Fact, out var fact))
        {
            return Refusals.Unknown("fact", correct.Fact);
        }

        if (Refusals.Role(Correctors(definition), caller, definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (!turn.State.Facts.ContainsKey(fact.Name))
        {
            return Refusals.Conflict("fact-is-known", "This has not been answered yet, so it cannot be corrected.");
        }

        if (definition.Items.Any(item => item.Each == fact.Name))
        {
            return Refusals.Conflict(
                "fact-is-fixed", "Work has been asked for by this list, so it cannot be changed. Record what changed as a note.");
        }

        // Limits that name other dates are judged against what is known, the corrected one aside.
        var known = turn.State with { Facts = turn.State.Facts.Remove(fact.Name) };
        var check = new FactCheck(known, turn.Today);
        if ((check.Check([fact], new Dictionary<string, FactInput> { [fact.Name] = correct.Value })
            ?? TextCheck.Refuse("reason", correct.Reason, required: true, "Give the reason for the correction.")) is { } wrong)
        {
            return wrong;
        }

        turn.Add(
            new FactCorrected(
                fact.Name, check.Facts.GetValueOrDefault(fact.Name),
                check.Texts.TryGetValue(fact.Name, out var words) ? words : null, new Words(correct.Reason!.Trim())),
            actor);
        return null;
    }

    public static Refusal? Withdraw(Turn turn, WithdrawReview withdraw, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (definition.Withdrawal is not { } rule)
        {
            return Refusals.Conflict("withdrawal", "A review of this kind cannot be withdrawn.");
        }

        if ((Refusals.Role(rule.By, caller, definition, out var actor)
            ?? TextCheck.Refuse("reason", withdraw.Reason, required: true, "Give the reason for the withdrawal.")) is { } refusal)
        {
            return refusal;
        }

        Endings.Close(turn, new ReviewWithdrawn(Words.From(withdraw.Reason)), actor);
        turn.Write(LetterKind.Notice, rule.Tells, new LetterTopic(Item: null, Outcome: "withdrawn"));
        return null;
    }

    /// <summary>Who may correct answers, extend limits and explain delays: those who may open or withdraw a review.</summary>
    public static IReadOnlyList<string> Correctors(ProcessDefinition definition) =>
        [.. definition.OpenedBy.Concat(definition.Withdrawal?.By ?? []).Distinct()];

    private static Dictionary<string, string> Settings(
        ProcessDefinition definition, IReadOnlyDictionary<string, string> chosen) =>
        definition.Settings.ToDictionary(
            setting => setting.Name,
            setting => chosen.TryGetValue(setting.Name, out var choice) && setting.Options.Any(option => option.Id == choice)
                ? choice : setting.Default);

    private static string? ReferenceProblem(string reference) => reference.Trim() switch
    {
        "" => "Give a case reference.",
        { Length: > LongestReference } => $"Give a case reference of at most {LongestReference} characters.",
        var text when !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '/' or '.' or '_') =>
            "Use letters, digits, spaces, hyphens, slashes, full stops and underscores only, and no names.",
        _ => null,
    };
}
