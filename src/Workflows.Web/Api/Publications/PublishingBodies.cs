using Workflows.Process.Decisions;
using Workflows.Process.State;
using Workflows.Web.Api.Input;

namespace Workflows.Web.Api.Publications;

/// <summary>What goes with the publication of a review.</summary>
/// <param name="Comments">Comments on the copies, in order.</param>
/// <param name="Repository">Offers to the national case review repository, in order.</param>
internal sealed record PublishingBody(IReadOnlyList<CommentBody> Comments, IReadOnlyList<RepositoryBody> Repository)
{
    public static PublishingBody Of(PublishingState state) => new(
        [.. state.Comments.Select(each => new CommentBody(each.Id, each.From, each.Text, each.On, each.By.User, each.Answer, each.AnsweredBy?.User))],
        [.. state.Offers.Select(each => new RepositoryBody(
            each.Publication, each.Anonymous, each.At, each.By.User, each.Accepted, each.AnsweredOn, each.Note))]);
}

/// <summary>A comment on the copies; nothing is published while one has no answer.</summary>
internal sealed record CommentBody(string Id, string From, string Text, DateOnly On, string By, string? Answer, string? AnsweredBy);

/// <summary>An offer to the national case review repository.</summary>
internal sealed record RepositoryBody(
    string Publication, bool Anonymous, DateTimeOffset At, string By, bool? Accepted, DateOnly? AnsweredOn, string? Note);

/// <summary>Records what a body said about a copy.</summary>
/// <param name="From">Identifier of the body, for example <c>panel</c>.</param>
/// <param name="Text">What it says, at most 10,000 characters.</param>
/// <param name="On">Day on which it came, or null for today.</param>
internal sealed record CommentRequest(string From, string Text, DateOnly? On = null)
{
    public static ReviewCommand Read(JsonFields fields)
    {
        var command = new RecordComment(fields.Required("from"), fields.Text("text"), fields.OptionalDate("on"));
        fields.End();
        return command;
    }
}

/// <summary>Offers a publication to the national case review repository.</summary>
/// <param name="As"><c>anonymous</c>: it is asked to publish without naming the partnership; or <c>named</c>.</param>
internal sealed record OfferRequest(string As)
{
    public static ReviewCommand Read(string publication, JsonFields fields)
    {
        var command = new OfferToRepository(publication, fields.OneOf("as", "anonymous", "named") == "anonymous");
        fields.End();
        return command;
    }
}

/// <summary>Records what the repository answered.</summary>
/// <param name="Answer"><c>held</c> or <c>declined</c>.</param>
/// <param name="On">Day of its answer.</param>
/// <param name="Note">What it said, or where it stands there; or null.</param>
internal sealed record RepositoryAnswerRequest(string Answer, DateOnly On, string? Note = null)
{
    public static ReviewCommand Read(string publication, JsonFields fields)
    {
        var accepted = fields.OneOf("answer", "held", "declined") == "held";
        var command = new RecordRepositoryAnswer(publication, accepted, fields.Date("on"), fields.Text("note"));
        fields.End();
        return command;
    }
}
