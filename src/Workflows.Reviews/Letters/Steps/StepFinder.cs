using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>Finds what a letter is about: its topics without those done since, each once, the most pressing first.</summary>
internal static class StepFinder
{
    public static IReadOnlyList<Step> Find(Matter matter)
    {
        var (letter, state) = (matter.Letter, matter.State);
        if (letter.Kind is LetterKind.DelayNotice)
        {
            return InOrder(letter.Topics.DistinctBy(topic => topic.Deadline).Select(topic => DelaySteps.Of(matter, topic)));
        }

        if (letter.Kind is LetterKind.Notice)
        {
            return InOrder(letter.Topics.DistinctBy(topic => (topic.Item, topic.Outcome)).Select(topic => NoticeSteps.Of(matter, topic)));
        }

        var open = letter.Topics.Where(topic => !IsDone(topic, letter, state)).ToArray();

        // A second attempt is made though all is done by now, since the first one may have sent it: it says so.
        var isOver = open.Length == 0;
        var topics = isOver ? [.. letter.Topics] : open;
        return InOrder(topics.Where(topic => !LearningSteps.IsAbout(topic))
            .GroupBy(topic => KeyOf(topic, state))
            .Select(group => Of(matter, [.. group], isOver))
            .Concat(LearningSteps.Of(matter, [.. topics.Where(LearningSteps.IsAbout)], isOver)));
    }

    private static Step Of(Matter matter, LetterTopic[] topics, bool isOver)
    {
        var topic = topics[^1];
        if (topic.Outcome is not null)
        {
            return ReturnedStep.Of(matter);
        }

        if (topic.Item is { } start && matter.State.Starts.ContainsKey(start))
        {
            return StartStep.Of(matter, isOver);
        }

        if (topic.Item is { } move && DecideMoves.IsMove(move))
        {
            return MoveStep.Of(isOver);
        }

        if (topic.Item is { } comment && matter.State.Publishing.Comments.Any(each => each.Id == comment))
        {
            return CommentStep.Of(isOver);
        }

        if (topic.Item is { } screening && DecideScreening.IsAction(screening))
        {
            return ScreeningStep.Of(isOver);
        }

        return IsRelease(topic) ? ReleaseStep.Of(matter, topic, isOver) : AskedStep.Of(matter, topics, isOver);
    }

    private static bool IsDone(LetterTopic topic, LetterState letter, ReviewState state) =>
        Process.Decisions.Letters.IsMoot(topic, letter, state)
        || (topic.Item is { } item && state.Items.GetValueOrDefault(item) is { } instance
            && instance.Approvals.Values.Any(given => given.User == letter.To));

    // What is asked for several agencies at once is one step in a letter, since it may not say which agencies.
    private static string KeyOf(LetterTopic topic, ReviewState state)
    {
        if (topic.Outcome is { } outcome)
        {
            return $"outcome {outcome}";
        }

        if (topic.Item is not { } item || IsRelease(topic))
        {
            return topic.Item ?? $"deadline {topic.Deadline}";
        }

        var due = state.Deadlines.GetValueOrDefault(item)?.DueOn;
        return $"item {state.Items.GetValueOrDefault(item)?.Definition ?? item} {due:yyyy-MM-dd}";
    }

    private static bool IsRelease(LetterTopic topic) =>
        topic.Item?.StartsWith("release-", StringComparison.Ordinal) is true;

    private static Step[] InOrder(IEnumerable<Step> steps) =>
        [.. steps.OrderBy(step => step.DueOn ?? DateOnly.MaxValue).ThenBy(step => step.Title, StringComparer.Ordinal)];
}
