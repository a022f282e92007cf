using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Makes the letters of a turn: one a person for all that is asked of them, and none for what is done.</summary>
internal static class Letters
{
    public static void Make(Turn turn)
    {
        foreach (var id in turn.State.LettersToSend.Order(StringComparer.Ordinal).ToArray())
        {
            var letter = turn.State.Letters[id];
            if (letter.Status != LetterStatus.Attempted && IsMoot(letter, turn.State))
            {
                turn.Add(new LetterCancelled(id));
            }
        }

        var groups = turn.Posts.Distinct().GroupBy(post => (post.To, Class: ClassOf(post.Kind)));
        foreach (var group in groups)
        {
            // Of what is asked of one person at one time, the most pressing names the letter.
            var kind = group.Max(post => post.Kind);
            turn.Add(new LetterIntended(
                $"letter-{turn.State.Letters.Count + 1}", kind, group.Key.To, [.. group.Select(post => post.Topic)]));
        }
    }

    /// <summary>Whether all that a letter asks for is done or gone. What tells is never moot.</summary>
    public static bool IsMoot(LetterState letter, ReviewState state) =>
        letter.Kind switch
        {
            LetterKind.Request or LetterKind.ApprovalRequest or LetterKind.Reminder => letter.Topics.All(topic => IsMoot(topic, letter, state)),

            // A newer version may not have the limit that it is about.
            LetterKind.DelayNotice => letter.Topics.All(topic => topic.Deadline is { } deadline && !state.Deadlines.ContainsKey(deadline)),
            _ => false,
        };

    /// <summary>Whether what a letter asks for in one topic is done or gone.</summary>
    public static bool IsMoot(LetterTopic topic, LetterState letter, ReviewState state)
    {
        if (topic.Item is { } release && release.StartsWith("release-", StringComparison.Ordinal))
        {
            return !state.Held.ContainsKey(release);
        }

        if (topic.Item is { } move && DecideMoves.IsMove(move))
        {
            return state.Move?.Id != move;
        }

        if (topic.Item is { } about && DecideComments.Find(state, about) is { } comment)
        {
            return comment.Answer is not null || !state.IsOpen;
        }

        if (topic.Item is { } start && state.Starts.TryGetValue(start, out var asked))
        {
            return asked.Status != StartStatus.Asked;
        }

        if (topic.Item is { } screening && DecideScreening.IsAction(screening))
        {
            return DecideScreening.Asked(screening, state) is null;
        }

        if (topic.Deadline is { } deadline)
        {
            return state.FindDeadline(deadline) is not { IsRunning: true };
        }

        return topic.Item is { } item && (state.Items.GetValueOrDefault(item) is not { Status: ItemStatus.Open } open
            || (letter.Kind == LetterKind.ApprovalRequest && open.Approvals.Values.Any(given => given.User == letter.To)));
    }

    private static int ClassOf(LetterKind kind) => kind switch
    {
        LetterKind.DelayNotice => 1,
        LetterKind.Notice => 2,
        _ => 0,
    };
}
