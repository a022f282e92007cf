using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Fires the rungs of recommendations' limits. They go on after publication, and after the review has closed.</summary>
internal static class LearningLadders
{
    public static void Fire(Turn turn)
    {
        var due = Unfired(turn.State, turn.Context)
            .Where(pair => pair.Rung.At <= turn.Context.Now)
            .OrderBy(pair => pair.Rung.At)
            .ThenBy(pair => pair.Limit.Id, StringComparer.Ordinal)
            .ThenBy(pair => pair.Rung.Definition.Number)
            .ToArray();
        var posts = new OrderedDictionary<(string Person, string Limit), string>();
        foreach (var (limit, rung) in due)
        {
            turn.Add(new RungFired(limit.Id, rung.Key, rung.At, rung.Definition.Escalates));
            var about = turn.State.Learning.Find(LimitName.RecommendationOf(limit.Id))!;
            foreach (var person in rung.Definition.Recipients.SelectMany(each => LearningRecipients.People(each, about, turn.Context)).Distinct())
            {
                // After downtime, of several rungs of one limit only the last is told to one person.
                posts[(person, limit.Id)] = rung.Key;
            }
        }

        foreach (var ((person, limit), rung) in posts)
        {
            turn.WriteTo(person, LetterKind.Reminder, new LetterTopic(Item: null, limit, rung));
        }
    }

    /// <summary>Rungs of running limits that have not fired, due or still to come.</summary>
    public static IEnumerable<(DeadlineState Limit, Rung Rung)> Unfired(ReviewState state, ReviewContext context)
    {
        foreach (var limit in state.Learning.Limits.Values)
        {
            if (limit.IsRunning)
            {
                foreach (var rung in Dates.Rungs(LearningRules.LimitOf(limit).Steps, limit, context))
                {
                    yield return (limit, rung);
                }
            }
        }
    }
}
