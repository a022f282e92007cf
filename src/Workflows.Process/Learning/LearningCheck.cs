using Workflows.Process.Decisions;
using Workflows.Process.Journal;

namespace Workflows.Process.Learning;

/// <summary>Checks what people give about recommendations, and gathers everything that is wrong by field.</summary>
internal sealed class LearningCheck(DateOnly today)
{
    public const int MostRecommendations = 100;
    public const int MostActions = 50;
    public const int MostActionsInAll = 500;
    public const int MostReports = 100;
    public const int MostEvaluations = 20;
    public const int LongestName = 200;
    public const int LongestText = 4000;
    private const int MostThemes = 10;
    private const int MostYears = 10;

    private readonly Dictionary<string, string> _problems = [];

    public Refusal? Refusal => _problems.Count == 0 ? null : new Refusal(
        RefusalKind.Invalid, "recommendation-is-valid", _problems.Count == 1 ? _problems.Values.First() : "Some fields are missing or not valid.")
    {
        Fields = _problems,
    };

    public Words Text(string field, string? text, string ask, int limit = TextCheck.MostWords)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _problems[field] = ask;
        }
        else if (TextCheck.Problem(text, limit) is { } problem)
        {
            _problems[field] = problem;
        }
        else
        {
            return new Words(text.Trim());
        }

        return default;
    }

    public Words? Optional(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Text(field, text, string.Empty);

    /// <summary>A name of an agency or post: one line.</summary>
    public Words Name(string field, string? text, string ask)
    {
        var name = Text(field, text, ask, LongestName);
        if (name.Text?.AsSpan().ContainsAny('\n', '\r', '\t') is true)
        {
            _problems[field] = "Write it on one line.";
        }

        return name;
    }

    public RecommendationWords Says(RecommendationInput given) => new(
        Text("text", given.Text, "Say what is recommended.", LongestText),
        Name("agency", given.Agency, "Name the agency that owns it."),
        Role(given.Role),
        Name("post", given.Post, "Give the post that is accountable for it. Do not give a name."),
        Text("change", given.Change, "Say what is to change in practice.", LongestText),
        Text("evaluation", given.Evaluation, "Say how its effect is evaluated.", LongestText));

    public IReadOnlyList<string> Themes(IReadOnlyList<string> given)
    {
        var known = LearningRules.Current.Themes;
        if (given.Count > MostThemes)
        {
            _problems["themes"] = $"Choose at most {MostThemes} themes.";
        }
        else if (given.FirstOrDefault(theme => !known.ContainsKey(theme)) is { } unknown)
        {
            _problems["themes"] = $"There is no theme '{(unknown.Length <= 60 ? unknown : unknown[..60] + "…")}'. Choose among: {string.Join(", ", known.Keys)}.";
        }

        return [.. given.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A day to come: from today to ten years on.</summary>
    public DateOnly Coming(string field, DateOnly day)
    {
        var last = today.AddYears(MostYears);
        if (day < today || day > last)
        {
            _problems[field] = $"Give a day from {today:yyyy-MM-dd} (today) to {last:yyyy-MM-dd}.";
        }

        return day;
    }

    /// <summary>A day that has come, and is not before another; today where none is given.</summary>
    public DateOnly Past(string field, DateOnly? day, DateOnly first)
    {
        if (day < first || day > today)
        {
            _problems[field] = $"Give a day from {first:yyyy-MM-dd} to {today:yyyy-MM-dd} (today).";
        }

        return day ?? today;
    }

    private string Role(string? role)
    {
        if (role is null || !LearningRules.Current.Owners.ContainsKey(role))
        {
            _problems["role"] = $"Choose the role that answers for it, one of: {string.Join(", ", LearningRules.Current.Owners.Keys)}.";
        }

        return role ?? string.Empty;
    }
}
