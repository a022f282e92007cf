using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>
/// Comments on the copies that went out before publication: whoever has them records them, and nothing is published until each
/// has an answer. An answer says what was changed, or why nothing was; who commented need not agree.
/// </summary>
internal static class DecideComments
{
    private const int Most = 100;
    private const string Answer = "answer";
    private const string OfficerEnding = "-officer";

    public static Refusal? Record(Turn turn, RecordComment command, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (!definition.Bodies.ContainsKey(command.From))
        {
            var choices = $"Choose one of: {string.Join(", ", definition.Bodies.Keys.Order(StringComparer.Ordinal))}.";
            return Refusals.Invalid("body-is-known", "from", choices);
        }

        // The body's own officer, or those who correct answers.
        if ((Refusals.Role([.. DecideReview.Correctors(definition), command.From + OfficerEnding], caller, definition, out var actor)
            ?? TextCheck.Refuse("text", command.Text, required: true, "Say what the comment is.")) is { } refusal)
        {
            return refusal;
        }

        if (command.On > turn.Today || command.On < turn.State.OpenedOn)
        {
            return Refusals.Invalid("day-is-possible", "on", "Give a day from the opening of the review to today.");
        }

        if (!definition.Items.Any(item => Publishing.IsAhead(item, turn.State, turn.Plan)))
        {
            return Refusals.Conflict("publication-is-ahead", "Nothing is to be published in this review any more, so there is nothing to comment on.");
        }

        if (turn.State.Publishing.Comments.Count >= Most)
        {
            return Refusals.Conflict("not-too-many", $"There can be at most {Most} comments.");
        }

        var id = $"comment-{turn.State.Publishing.Comments.Count + 1}";
        turn.Add(new CommentReceived(id, command.From, new Words(command.Text!.Trim()), command.On ?? turn.Today), actor);
        foreach (var role in definition.OpenedBy)
        {
            turn.Write(LetterKind.Request, [role], new LetterTopic(id));
        }

        return null;
    }

    /// <summary>Answers a comment, where an action is one about a comment; null where it is not.</summary>
    public static CommentState? Find(ReviewState state, string action) =>
        state.Publishing.Comments.Find(comment => comment.Id == action);

    public static Refusal? Complete(Turn turn, CommentState comment, CompleteTask command, Caller caller)
    {
        var asked = Asked(comment, turn.Plan.Definition);
        if (Refusals.Role(asked.By, caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (comment.Answer is not null)
        {
            return Refusals.Conflict("already-done", "This comment has been answered.");
        }

        var check = new FactCheck(turn.State, turn.Today);
        if ((check.Check(asked.Ask, command.Facts) ?? TextCheck.Refuse("note", command.Note, required: false, string.Empty)) is { } wrong)
        {
            return wrong;
        }

        var note = Words.From(command.Note) is { } more ? $"\n{more.Text}" : string.Empty;
        turn.Add(new CommentAnswered(comment.Id, new Words(check.Texts[Answer].Text + note)), actor);
        return null;
    }

    /// <summary>What is to be done about comments.</summary>
    public static IEnumerable<ReviewAction> Actions(ReviewState state, ReviewContext context) =>
        state.Publishing.Unanswered.Select(comment => new ReviewAction
        {
            Item = new ItemState { Id = comment.Id, Definition = comment.Id, Status = ItemStatus.Open },
            Definition = Asked(comment, context.Definition),
            Roles = context.Definition.OpenedBy,
        });

    /// <summary>Why an item may not publish yet, or null.</summary>
    public static Refusal? Check(ItemDefinition item, ReviewState state) =>
        item.Publishes is not null && state.Publishing.Unanswered.Any()
            ? Refusals.Conflict("comments-are-answered", "A comment on the copies has no answer yet. Answer it first.", item.Cite) : null;

    private static TaskDefinition Asked(CommentState comment, ProcessDefinition definition) => new()
    {
        Id = comment.Id,
        Title = $"Answer a comment on the copies: {definition.Bodies.GetValueOrDefault(comment.From) ?? comment.From}",
        Help = "Nothing is published until it is answered. The comment itself is on the page about publication.",
        By = definition.OpenedBy,
        Ask =
        [
            new FactDefinition
            {
                Name = Answer,
                Type = FactType.Text,
                Ask = "What was answered, and what was changed?",
                Help = "Do not give names.",
            },
        ],
    };
}
