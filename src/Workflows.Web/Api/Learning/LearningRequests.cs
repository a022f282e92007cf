using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Web.Api.Input;

namespace Workflows.Web.Api.Learning;

/// <summary>Makes a recommendation.</summary>
/// <param name="Text">What is recommended, at most 4,000 characters.</param>
/// <param name="Agency">The agency that owns it, as the directory names it.</param>
/// <param name="Role">Role in the directory that answers for it, for example <c>agency-lead</c>.</param>
/// <param name="Post">The accountable post; no name.</param>
/// <param name="Change">The change in practice that is intended.</param>
/// <param name="Evaluation">How its effect is evaluated.</param>
/// <param name="EvaluateOn">The day by which its effect is evaluated first.</param>
/// <param name="Themes">Identifiers of its themes, at most ten.</param>
internal sealed record RecommendationRequest(
    string Text, string Agency, string Role, string Post, string Change, string Evaluation, DateOnly EvaluateOn, IReadOnlyList<string>? Themes = null)
{
    public static ReviewCommand Read(JsonFields fields)
    {
        var command = new MakeRecommendation(Says(fields), fields.Date("evaluateOn"), fields.Texts("themes"));
        fields.End();
        return command;
    }

    public static RecommendationInput Says(JsonFields fields) => new(
        fields.Text("text"), fields.Text("agency"), fields.Text("role"), fields.Text("post"), fields.Text("change"), fields.Text("evaluation"));
}

/// <summary>Words a recommendation anew, or gives it to another owner.</summary>
/// <param name="Text">What is recommended.</param>
/// <param name="Agency">The agency that owns it.</param>
/// <param name="Role">Role in the directory that answers for it.</param>
/// <param name="Post">The accountable post.</param>
/// <param name="Change">The change in practice that is intended.</param>
/// <param name="Evaluation">How its effect is evaluated.</param>
/// <param name="Reason">Why.</param>
internal sealed record RevisionRequest(
    string Text, string Agency, string Role, string Post, string Change, string Evaluation, string Reason)
{
    public static ReviewCommand Read(int number, JsonFields fields)
    {
        var command = new ReviseRecommendation(number, RecommendationRequest.Says(fields), fields.Text("reason"));
        fields.End();
        return command;
    }
}

/// <summary>Answers a recommendation for its owner.</summary>
/// <param name="Answer"><c>accept</c> or <c>reject</c>.</param>
/// <param name="Reason">What is added; why, where it is not accepted.</param>
internal sealed record AnswerRequest(string Answer, string? Reason = null)
{
    public static ReviewCommand Read(int number, JsonFields fields)
    {
        var command = new AnswerRecommendation(number, fields.OneOf("answer", "accept", "reject") == "accept", fields.Text("reason"));
        fields.End();
        return command;
    }
}

/// <summary>Sets the themes of a recommendation.</summary>
/// <param name="Themes">Identifiers of its themes, all of them, at most ten.</param>
internal sealed record ThemesRequest(IReadOnlyList<string> Themes)
{
    public static ReviewCommand Read(int number, JsonFields fields)
    {
        var command = new TagRecommendation(number, fields.Texts("themes"));
        fields.End();
        return command;
    }
}

/// <summary>Sets an action on a recommendation.</summary>
/// <param name="Text">What is to be done, at most 4,000 characters.</param>
/// <param name="DueOn">The day by which it is due.</param>
internal sealed record ActionRequest(string Text, DateOnly DueOn)
{
    public static ReviewCommand Read(int number, JsonFields fields)
    {
        var command = new SetAction(number, fields.Text("text"), fields.Date("dueOn"));
        fields.End();
        return command;
    }
}

/// <summary>Reports how far an action is.</summary>
/// <param name="Progress"><c>underway</c>, <c>done</c> or <c>dropped</c>.</param>
/// <param name="Evidence">What shows it, or why it is dropped; at most 10,000 characters.</param>
/// <param name="On">The day that counts, or null for today.</param>
internal sealed record ReportRequest(string Progress, string Evidence, DateOnly? On = null)
{
    public static ReviewCommand Read(int number, int action, JsonFields fields)
    {
        var progress = fields.OneOf("progress", Choices.Progress) switch
        {
            "done" => ActionProgress.Done,
            "dropped" => ActionProgress.Dropped,
            _ => ActionProgress.Underway,
        };
        var command = new ReportAction(number, action, progress, fields.Text("evidence"), fields.OptionalDate("on"));
        fields.End();
        return command;
    }
}

/// <summary>Records an evaluation.</summary>
/// <param name="Result"><c>changed</c>, <c>partly-changed</c>, <c>not-changed</c> or <c>too-early</c>.</param>
/// <param name="Finding">On what evidence, at most 10,000 characters.</param>
/// <param name="On">The day of the evaluation, or null for today.</param>
/// <param name="Again">The day of the next evaluation, or null where this was the last.</param>
internal sealed record EvaluationRequest(string Result, string Finding, DateOnly? On = null, DateOnly? Again = null)
{
    public static ReviewCommand Read(int number, JsonFields fields)
    {
        var result = Choices.Result(fields.OneOf("result", Choices.Results));
        var command = new EvaluateRecommendation(
            number, result, fields.Text("finding"), fields.OptionalDate("on"), fields.OptionalDate("again"));
        fields.End();
        return command;
    }
}

/// <summary>Words of the interface for choices about recommendations.</summary>
internal static class Choices
{
    public static IReadOnlyList<string> Progress { get; } = ["underway", "done", "dropped"];

    public static IReadOnlyList<string> Results { get; } = [.. Enum.GetValues<EvaluationResult>().Select(Words.Of)];

    public static EvaluationResult Result(string word) => Enum.GetValues<EvaluationResult>().FirstOrDefault(each => Words.Of(each) == word);

    public static ReviewCommand Extension(int number, LimitKind kind, int action, JsonFields fields)
    {
        var command = new ExtendLimit(number, kind, action, fields.Date("to"), fields.Text("reason"));
        fields.End();
        return command;
    }
}
