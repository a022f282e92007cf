using System.Globalization;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Checks answers against what was asked, and brings them into canonical form.</summary>
internal sealed class FactCheck(ReviewState state, DateOnly today)
{
    private const int MostAnswers = 50;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    private readonly Dictionary<string, string> _problems = [];
    private readonly Dictionary<string, string> _facts = [];
    private readonly Dictionary<string, Words> _texts = [];

    public IReadOnlyDictionary<string, string> Facts => _facts;

    public IReadOnlyDictionary<string, Words> Texts => _texts;

    /// <summary>Checks all answers; answers with what is wrong, by field, or null.</summary>
    public Refusal? Check(IReadOnlyList<FactDefinition> asked, IReadOnlyDictionary<string, FactInput> given)
    {
        foreach (var name in given.Keys.Where(name => asked.All(fact => fact.Name != name)))
        {
            _problems[$"facts.{name}"] = asked.Count == 0
                ? "Nothing is asked here. Leave it out."
                : $"Not asked here. Asked: {string.Join(", ", asked.Select(fact => fact.Name))}.";
        }

        foreach (var fact in asked)
        {
            if (given.TryGetValue(fact.Name, out var input) && !string.IsNullOrWhiteSpace(input.Text))
            {
                Read(fact, input);
            }
            else if (fact.Required)
            {
                _problems[$"facts.{fact.Name}"] = $"Give an answer to: {fact.Ask}";
            }
        }

        foreach (var fact in asked.Where(fact => fact.Type == FactType.Date && _facts.ContainsKey(fact.Name)))
        {
            CheckLimits(fact, DateOnly.ParseExact(_facts[fact.Name], "yyyy-MM-dd"));
        }

        return _problems.Count == 0 ? null : new Refusal(
            RefusalKind.Invalid, "facts-are-valid", "Some answers are missing or not valid.") { Fields = _problems };
    }

    private void Read(FactDefinition fact, FactInput input)
    {
        var problem = fact.Type switch
        {
            FactType.Text => ReadText(fact, input),
            FactType.Date => input.Kind == FactInputKind.Text
                && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", out var date)
                    ? Keep(fact, date >= Earliest && date <= Latest, input.Text, "Give a date from 2000 to 2099.")
                    : "Give a real date as year-month-day, for example 2026-01-05.",
            FactType.Boolean => Keep(
                fact, input is { Kind: FactInputKind.Boolean, Text: "true" or "false" }, input.Text, "Give true or false."),
            FactType.Number => input.Kind == FactInputKind.Number && input.Text.Length <= 20
                && decimal.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? Keep(fact, fits: true, number.ToString(CultureInfo.InvariantCulture), string.Empty)
                    : "Give a number of at most 20 characters.",
            _ => Keep(
                fact, input.Kind == FactInputKind.Text && fact.Options.Any(option => option.Id == input.Text), input.Text,
                $"Choose one of: {string.Join(", ", fact.Options.Select(option => option.Id))}."),
        };
        if (problem is not null)
        {
            Tell(fact, problem);
        }
    }

    private string? Keep(FactDefinition fact, bool fits, string canonical, string problem)
    {
        _facts[fact.Name] = canonical;
        return fits ? null : problem;
    }

    private string? ReadText(FactDefinition fact, FactInput input)
    {
        if (input.Kind is not (FactInputKind.Text or FactInputKind.List) || (input.Kind == FactInputKind.List && !fact.List))
        {
            return fact.List ? "Give text, or a list of texts." : "Give text.";
        }

        if (TextCheck.Problem(input.Text, fact.List ? fact.Limit * MostAnswers : fact.Limit) is { } problem)
        {
            return problem;
        }

        if (!fact.List)
        {
            _texts[fact.Name] = new Words(input.Text.Trim());
            return null;
        }

        var answers = input.Text
            .Split(['\n', '\r', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (answers.Length is 0 or > MostAnswers || answers.Any(answer => answer.Length > fact.Limit))
        {
            return $"Give 1 to {MostAnswers} answers, one a line, of at most {fact.Limit} characters each.";
        }

        _texts[fact.Name] = new Words(string.Join('\n', answers));
        return null;
    }

    private void CheckLimits(FactDefinition fact, DateOnly date)
    {
        if (Limit(fact.NotAfter) is { } last && date > last)
        {
            Tell(fact, $"Give a date that is not after {last:yyyy-MM-dd}{Named(fact.NotAfter!)}.");
        }
        else if (Limit(fact.NotBefore) is { } first && date < first)
        {
            Tell(fact, $"Give a date that is not before {first:yyyy-MM-dd}{Named(fact.NotBefore!)}.");
        }
    }

    // With the question: where several are asked, people read what is wrong away from its field too.
    private void Tell(FactDefinition fact, string problem) => _problems[$"facts.{fact.Name}"] = $"{fact.Ask} {problem}";

    private DateOnly? Limit(string? name) => name switch
    {
        null => null,
        "today" => today,
        _ when _facts.TryGetValue(name, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var given) => given,
        _ => state.DateOf(name),
    };

    private static string Named(string limit) => limit == "today" ? " (today)" : $" ({limit})";
}
