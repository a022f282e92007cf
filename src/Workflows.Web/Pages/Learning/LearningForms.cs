using System.Globalization;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Web.Api.Learning;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages.Learning;

/// <summary>The forms about a recommendation.</summary>
internal static class LearningForms
{
    private const string NoNames = "Do not give names of people.";

    public static LearningForm New(string back) => new()
    {
        Title = "Make a recommendation",
        Says =
        [
            "You can do this at any time from the first day of the review: what is learnt can be acted on before anything is published.",
            "Whoever answers for it is written to, and asked whether it is accepted. What you write here is never in a letter.",
        ],
        Button = "Make the recommendation",
        Asks = [.. Says(), LearningForm.Date("evaluateOn", "By which day is its effect evaluated?", "Enter the day by which the effect is evaluated")],
        WithThemes = true,
        Back = back,
        Command = answers => new MakeRecommendation(Read(answers), answers.Date("evaluateOn") ?? default, answers.Themes),
    };

    /// <summary>The form of a step about a recommendation, or about one of its actions.</summary>
    /// <exception cref="ProblemException">There is no such step, or no such action.</exception>
    public static LearningForm Of(string step, RecommendationView view, int? action)
    {
        var known = view.Known;
        var form = (step, action) switch
        {
            ("revise", null) => Revise(known),
            ("answer", null) => Answer(known),
            ("withdraw", null) => new LearningForm
            {
                Title = "Withdraw a recommendation", Says = ["Nothing more is asked about it, and nobody is reminded."], Button = "Withdraw it",
                Asks = [Reason("Enter why the recommendation is withdrawn")], Back = view.Address, Command = answers => new WithdrawRecommendation(known.Number, answers.Text("reason")),
            },
            ("themes", null) => new LearningForm
            {
                Title = "Themes of a recommendation", Says = ["By its themes it is found again, across reviews."], Button = "Save the themes", WithThemes = true,
                Values = new Dictionary<string, string> { [LearningAnswers.ThemesField] = string.Join(',', known.Themes) }, Back = view.Address,
                Command = answers => new TagRecommendation(known.Number, answers.Themes),
            },
            ("action", null) => new LearningForm
            {
                Title = "Set an action", Button = "Set the action",
                Says = ["Whoever answers for the recommendation is asked to do it, and reminded. What is late goes to the agency's senior officer, then to the partners."],
                Asks = [LearningForm.Text("text", "What is to be done?", "Enter what is to be done", NoNames), LearningForm.Date("dueOn", "By which day?", "Enter the day by which the action is to be done")], Back = view.Address,
                Command = answers => new SetAction(known.Number, answers.Text("text"), answers.Date("dueOn") ?? default),
            },
            ("evaluate", null) => Evaluate(known),
            ("extend-answer", null) => Extend(known, LimitKind.Response, 0),
            ("extend-evaluation", null) => Extend(known, LimitKind.Evaluation, 0),
            ("report", { } number) when known.FindAction(number) is not null => Report(known, number),
            ("extend", { } number) when known.FindAction(number) is not null => Extend(known, LimitKind.Action, number),
            _ => throw new ProblemException(Problem.NotFound("step")),
        };
        return form with { Back = view.Address };
    }

    private static IEnumerable<AskedFact> Says() =>
    [
        LearningForm.Text("text", "What is recommended?", "Enter what is recommended", NoNames),
        LearningForm.Text("agency", "Which agency owns it?", "Enter the agency that owns the recommendation", "As the directory names it, for example Education. One agency owns each recommendation.", limit: 200),
        LearningForm.Choice("role", "Who answers for it?", "Select who answers for the recommendation", [.. LearningRules.Current.Owners.Select(owner => new FactOption(owner.Key, owner.Value))]),
        LearningForm.Text("post", "Which post in the agency is accountable?", "Enter the post that is accountable for the recommendation", "Give the post, not a name.", limit: 200),
        LearningForm.Text("change", "What is to change in practice?", "Enter what is to change in practice"),
        LearningForm.Text("evaluation", "How is its effect evaluated?", "Enter how the effect is evaluated", "By what evidence will anybody know that practice changed?"),
    ];

    private static RecommendationInput Read(LearningAnswers answers) => new(
        answers.Text("text"), answers.Text("agency"), answers.Text("role"), answers.Text("post"), answers.Text("change"), answers.Text("evaluation"));

    private static LearningForm Revise(RecommendationState known) => new()
    {
        Title = "Revise a recommendation",
        Says = ["The old wording stays on record. Whoever answers for it is asked anew whether it is accepted."],
        Button = "Revise it",
        Asks = [.. Says(), Reason("Enter why the recommendation is revised")],
        Values = new Dictionary<string, string>
        {
            ["facts.text"] = known.Says.Text.Text, ["facts.agency"] = known.Says.Agency.Text, ["facts.role"] = known.Says.Role,
            ["facts.post"] = known.Says.Post.Text, ["facts.change"] = known.Says.Change.Text, ["facts.evaluation"] = known.Says.Evaluation.Text,
        },
        Back = string.Empty,
        Command = answers => new ReviseRecommendation(known.Number, Read(answers), answers.Text("reason")),
    };

    private static LearningForm Answer(RecommendationState known) => new()
    {
        Title = "Answer a recommendation",
        Says = [known.Says.Text.Text, "You answer for it, or for those who do."],
        Button = "Send the answer",
        Asks =
        [
            LearningForm.Choice("answer", "Is it accepted?", "Select whether the recommendation is accepted", new FactOption("accept", "Yes"), new FactOption("reject", "No")),
            LearningForm.Text("reason", "Why?", string.Empty, "Needed where it is not accepted. " + NoNames).Optional,
        ],
        Back = string.Empty,
        Command = answers => new AnswerRecommendation(known.Number, answers.Text("answer") == "accept", answers.Text("reason")),
    };

    private static LearningForm Report(RecommendationState known, int action) => new()
    {
        Title = $"Report on action {action.ToString(CultureInfo.InvariantCulture)}",
        Says = [known.FindAction(action)!.Text],
        Button = "Report",
        Asks =
        [
            LearningForm.Choice("progress", "How far is it?", "Select how far the action is", new FactOption("underway", "Underway"), new FactOption("done", "Done"), new FactOption("dropped", "It will not be done")),
            LearningForm.Text("evidence", "What shows it?", "Enter what shows how far the action is, or why it will not be done", "Where it will not be done, say why. " + NoNames, limit: 10_000),
            LearningForm.Date("on", "Since when?", string.Empty, "Leave it empty for today.").Optional,
        ],
        Back = string.Empty,
        Command = answers => new ReportAction(
            known.Number, action, answers.Text("progress") switch
            {
                "done" => ActionProgress.Done,
                "dropped" => ActionProgress.Dropped,
                _ => ActionProgress.Underway,
            },
            answers.Text("evidence"), answers.Date("on")),
    };

    private static LearningForm Evaluate(RecommendationState known) => new()
    {
        Title = "Record an evaluation",
        Says = [$"Intended: {known.Says.Change.Text}", $"To be judged by: {known.Says.Evaluation.Text}"],
        Button = "Record the evaluation",
        Asks =
        [
            LearningForm.Choice("result", "What did it find?", "Select what the evaluation found", [.. Enum.GetValues<EvaluationResult>().Select(each => new FactOption(Api.Words.Of(each), LearningWords.Result(each)))]),
            LearningForm.Text("finding", "On what evidence?", "Enter the evidence for what was found", NoNames, limit: 10_000),
            LearningForm.Date("on", "When was it evaluated?", string.Empty, "Leave it empty for today.").Optional,
            LearningForm.Date("again", "When is it evaluated again?", string.Empty, "Leave it empty where this was the last time.").Optional,
        ],
        Back = string.Empty,
        Command = answers => new EvaluateRecommendation(
            known.Number, Choices.Result(answers.Text("result") ?? string.Empty), answers.Text("finding"), answers.Date("on"), answers.Date("again")),
    };

    private static LearningForm Extend(RecommendationState known, LimitKind kind, int action) => new()
    {
        Title = "Give another day",
        Says = ["The old day and the reason stay on record."],
        Button = "Give the new day",
        Asks = [LearningForm.Date("to", "Until which day?", "Enter the day until which the time limit is extended"), Reason("Enter why another day is given")],
        Back = string.Empty,
        Command = answers => new ExtendLimit(known.Number, kind, action, answers.Date("to") ?? default, answers.Text("reason")),
    };

    private static AskedFact Reason(string missing) => LearningForm.Text("reason", "Why?", missing, "The reason stays on record. " + NoNames, limit: 10_000);
}
