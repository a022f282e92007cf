using System.Globalization;
using Workflows.Process.Calendar;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>
/// What is owed on recommendations: to whoever owes it, to their senior officer, to the partners. A letter tells the number of
/// the recommendation and the day, and nothing of what is recommended, to whom or why.
/// </summary>
internal static class LearningSteps
{
    private const int MostSteps = 15;

    public static bool IsAbout(LetterTopic topic) =>
        (topic.Deadline is { } limit && LimitName.IsOne(limit)) || LearningAccess.RejectedIn(topic) is not null;

    public static IEnumerable<Step> Of(Matter matter, LetterTopic[] topics, bool isOver)
    {
        foreach (var number in topics.Select(LearningAccess.RejectedIn).OfType<int>().Distinct())
        {
            yield return NotAccepted(number);
        }

        // What falls due on one day is one step; where it falls due on many, the last of them stand together.
        var groups = topics.Select(topic => topic.Deadline).OfType<string>().Distinct()
            .Select(id => matter.State.FindDeadline(id)).OfType<DeadlineState>()
            .GroupBy(limit => (Kind: LimitName.KindOf(limit.Id), limit.DueOn, Role: RoleOf(matter, limit)))
            .OrderBy(group => group.Key.DueOn).ThenBy(group => group.Key.Kind).ToArray();
        foreach (var group in groups.Take(MostSteps))
        {
            yield return Of(matter, [.. group], group.Key.Role, isOver);
        }

        if (groups.Length > MostSteps)
        {
            var rest = groups.Skip(MostSteps).SelectMany(group => group).ToArray();
            yield return new Step
            {
                Title = $"And {rest.Length} more on recommendations",
                What = "see the list",
                Says = [new Paragraph("The list of recommendations shows each with its day.")],
                LinkText = "Go to the recommendations:",
                DueOn = groups[MostSteps].Key.DueOn,
            };
        }
    }

    private static Step Of(Matter matter, DeadlineState[] limits, string role, bool isOver)
    {
        var (limit, rule) = (limits[0], LearningRules.LimitOf(limits[0]));
        var numbers = limits.Select(each => LimitName.RecommendationOf(each.Id)).Distinct().Order().ToArray();
        var which = numbers.Length == 1
            ? $"recommendation {numbers[0].ToString(CultureInfo.InvariantCulture)}"
            : $"{numbers.Length.ToString(CultureInfo.InvariantCulture)} recommendations";
        return new Step
        {
            Title = LimitName.KindOf(limit.Id) switch
            {
                LimitKind.Response => $"Answer to {which}",
                LimitKind.Action => $"{(limits.Length == 1 ? "Action" : $"{limits.Length} actions")} on {which}",
                _ => $"Evaluation of {which}",
            },
            What = isOver ? "no longer needed" : Sentences.Standing(matter, limit),
            Says = isOver ? [new Paragraph(Sentences.Over)] : [.. Says(matter, limit, rule, role)],
            LinkText = LinkText(role, LimitName.KindOf(limit.Id)),
            DueOn = limit.DueOn,
            DueId = isOver || role != LearningRecipients.Owner ? null : limit.Id.Replace('/', '.'),
        };
    }

    private static string LinkText(string role, LimitKind kind) => (role, kind) switch
    {
        (LearningRecipients.Partners, _) => "Read it:",
        (_, LimitKind.Evaluation) => "Read it, and record what was found:",
        (_, LimitKind.Response) => "Read it, and answer it:",
        _ => "Read it, and report on it:",
    };

    private static IEnumerable<Block> Says(Matter matter, DeadlineState limit, LearningLimit rule, string role)
    {
        yield return new Paragraph((role, rule.Kind) switch
        {
            (LearningRecipients.Owner, LimitKind.Response) => "This review has recommended something for which you answer. Please say whether you accept it.",
            (LearningRecipients.Owner, _) => "You answer for an action on a recommendation of this review. Please report how far it is, and what shows it.",
            (LearningRecipients.SeniorOfficer, LimitKind.Response) => "Your agency has not said whether it accepts a recommendation of this review. Its lead has been reminded. Please see to it.",
            (LearningRecipients.SeniorOfficer, _) => "Your agency has not done an action on a recommendation of this review. Its lead has been reminded. Please see to it.",
            (_, LimitKind.Evaluation) => "What a recommendation of this review has changed is to be evaluated, and recorded with its evidence.",
            (LearningRecipients.Partners, _) => "An agency owes this on a recommendation of this review. Its lead and its senior officer have been told. Please see what stands in its way.",
            _ => "An agency owes this on a recommendation of this review. This is for your information; you can also record what it tells you.",
        });
        yield return new Paragraph(Sentences.Due(matter, limit, isReminder: true));
        yield return new Fact("The rule", Wording.Rule(rule.Cite, rule.Force));
        if (Next(limit, rule) is { Length: > 0 } told)
        {
            yield return new Paragraph(limit.DueOn < matter.Today ? $"While it is not done, this follows: {told}." : $"If it is not done by then, this follows: {told}.");
        }
    }

    // The escalations still to come, in the words of the ladder.
    private static string Next(DeadlineState limit, LearningLimit rule) => string.Join(", then ", rule.Ladder.Rungs
        .Where(rung => rung.Escalates && rung.Direction == CountDirection.After && !limit.Fired.Contains($"{rung.Number}"))
        .Select(rung => rung.Recipients.Contains(LearningRecipients.SeniorOfficer)
            ? "the senior officer of the agency is told" : "the safeguarding partners are told"));

    private static Step NotAccepted(int number) => new()
    {
        Title = $"Recommendation {number.ToString(CultureInfo.InvariantCulture)} is not accepted",
        What = "please decide what follows",
        Says =
        [
            new Paragraph("Whoever answers for it does not accept it, and has given the reason. The limits of its actions do not run meanwhile."),
            new Paragraph("Revise it, give it to another owner, or withdraw it."),
        ],
        LinkText = "Read the reason:",
    };

    // As what the person hears of it: as the one who owes it, as the officer above, as a partner, or as whoever manages the review.
    private static string RoleOf(Matter matter, DeadlineState limit)
    {
        var about = matter.State.Learning.Find(LimitName.RecommendationOf(limit.Id))!;
        var roster = matter.Directory.RosterOf(matter.State.Partnership, matter.Today);
        string[] order = LimitName.KindOf(limit.Id) == LimitKind.Evaluation
            ? [LearningRecipients.Manager, LearningRecipients.Partners]
            : [LearningRecipients.Owner, LearningRecipients.SeniorOfficer, LearningRecipients.Partners];
        return order.FirstOrDefault(role => LearningRecipients.People(role, about, roster, matter.Definition).Contains(matter.Letter.To))
            ?? LearningRecipients.Manager;
    }
}
