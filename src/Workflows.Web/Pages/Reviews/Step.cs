using System.Globalization;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Web.Api.Links;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>A step beside the course of a review: what its page says and asks. Public because the component that shows it is.</summary>
public sealed record Step
{
    private const string NewDay = "to";
    private const string UntilWhen = "Until which day?";

    /// <summary>Heading of its page.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in a sentence or two.</summary>
    public required string Says { get; init; }

    /// <summary>Text of its button.</summary>
    public required string Button { get; init; }

    /// <summary>The question beside the reason, or null.</summary>
    public FactDefinition? Fact { get; init; }

    /// <summary>Name of that question's field.</summary>
    public string Field { get; init; } = string.Empty;

    /// <summary>What its fields hold at first.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The time limit that it is about, or null.</summary>
    public DeadlineDefinition? Limit { get; init; }

    /// <summary>Source of the rule behind it, or null.</summary>
    public string? Cite { get; init; }

    /// <summary>Whether it ends the review.</summary>
    public bool Ends { get; init; }

    /// <summary>What is said where no reason is given.</summary>
    internal string NoReason { get; private init; } = string.Empty;

    internal string Done { get; private init; } = string.Empty;

    internal Func<Func<string, string?>, Dictionary<string, string>, ReviewCommand> Command { get; private init; } = default!;

    internal static Step Of(string kind, string? part, ReviewView view) => kind switch
    {
        "withdraw" => Withdrawal(view),
        "answers" => Correction(part!, view),
        "delay" => Delay(part!, view),
        "extension" => Extension(part!, view),
        "removal" => Unlinking(part!, view),
        _ => Resend(part!, view),
    };

    private static Step Withdrawal(ReviewView view) => new()
    {
        Title = "Withdraw this review",
        Says = "The review ends, and nothing more can be done in it. The bodies that the rule names are told." + LinkWords.IfEnded(view.Links),
        Button = "Withdraw the review",
        Cite = view.Definition.Withdrawal?.Cite,
        Ends = true,
        NoReason = "Enter the reason for the withdrawal",
        Done = "withdrawn",
        Command = (text, _) => new WithdrawReview(text("reason")),
    };

    private static Step Correction(string name, ReviewView view)
    {
        if (view.FactOf(name) is not { } fact || !view.State.Facts.TryGetValue(name, out var value))
        {
            throw new ProblemException(Problem.NotFound("fact"));
        }

        return new Step
        {
            Title = "Correct an answer",
            Says = "The old answer stays on record. Time limits that count from it are worked out anew, and those concerned are told.",
            Button = "Correct the answer",
            Fact = fact with { Required = true },
            Field = FactAnswers.Prefix + name,
            Values = FactAnswers.Fields(fact, value).ToDictionary(field => field.Name, field => field.Value),
            NoReason = "Enter the reason for the correction",
            Done = "corrected",
            Command = (text, errors) =>
            {
                var answers = FactAnswers.Read([fact], text, errors);
                if (!answers.TryGetValue(name, out var answer))
                {
                    errors.TryAdd(FactAnswers.Prefix + name, $"Give an answer to: {fact.Ask}");
                }

                return new CorrectFact(name, answer, text("reason"));
            },
        };
    }

    private static Step Delay(string deadline, ReviewView view) => new()
    {
        Title = "Record the reason for a delay",
        Says = $"{TitleOf(deadline, view)}. The reason goes into the record. A delay notice says that there is one; it does not repeat it.",
        Button = "Record the reason",
        Limit = view.RuleOf(view.State.Deadlines[deadline]),
        NoReason = "Enter the reason for the delay",
        Done = "delay",
        Command = (text, _) => new ExplainDelay(deadline, text("reason")),
    };

    private static Step Extension(string deadline, ReviewView view) => new()
    {
        Title = "Extend a time limit",
        Says = $"{TitleOf(deadline, view)}, now due {Say.Day(view.State.Deadlines[deadline].DueOn)}. The partnership set this limit itself, so it may extend it.",
        Button = "Extend",
        Fact = new FactDefinition { Name = NewDay, Type = FactType.Date, Ask = UntilWhen },
        Field = NewDay,
        Limit = view.RuleOf(view.State.Deadlines[deadline]),
        NoReason = "Enter the reason for the extension",
        Done = "extended",
        Command = (text, errors) =>
        {
            var date = FactAnswers.Date(NewDay, UntilWhen, text, errors);
            if (date is null)
            {
                errors.TryAdd(NewDay, "Enter the day until which the time limit is extended");
            }

            return new ExtendDeadline(
                deadline, date is null ? default : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), text("reason"));
        },
    };

    private static Step Resend(string letter, ReviewView view) => view.State.Letters.ContainsKey(letter)
        ? new Step
        {
            Title = "Send a letter again",
            Says = "If it did arrive the first time, it will arrive twice. Ask the person first, if you can.",
            Button = "Send it again",
            NoReason = "Enter why the letter is sent again",
            Done = "resend",
            Command = (text, _) => new ResendLetter(letter, text("reason")),
        }
        : throw new ProblemException(Problem.NotFound("letter"));

    private static Step Unlinking(string other, ReviewView view) => view.Links.Any(linked => linked.Link.Review == other)
        ? new Step
        {
            Title = "Take a link back",
            Says = "The two reviews then no longer show each other. That they were linked stays on record in both.",
            Button = "Take the link back",
            NoReason = "Enter why the two reviews do not belong together",
            Done = "unlinked",
            Command = (text, _) => new UnlinkReview(other, text("reason")),
        }
        : throw new ProblemException(Problem.NotFound("link"));

    private static string TitleOf(string deadline, ReviewView view) => view.State.Deadlines.TryGetValue(deadline, out var found)
        ? view.TitleOf(found) : throw new ProblemException(Problem.NotFound("deadline"));
}
