using System.Globalization;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;

namespace Workflows.Web.Pages.Parts;

/// <summary>Answers as a form holds them, in the form in which commands take them.</summary>
internal static class FactAnswers
{
    /// <summary>Prefix of the fields of answers: the name under which rules tell what is wrong with one.</summary>
    public const string Prefix = "facts.";

    /// <summary>Reads answers; what cannot be read is told by field, the rest is the rules' to judge.</summary>
    public static Dictionary<string, FactInput> Read(
        IEnumerable<FactDefinition> asked, Func<string, string?> text, Dictionary<string, string> errors)
    {
        var answers = new Dictionary<string, FactInput>();
        foreach (var fact in asked)
        {
            if (Read(fact, text, errors) is { } answer)
            {
                answers[fact.Name] = answer;
            }
        }

        return answers;
    }

    /// <summary>The fields of a form that show an answer given before.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(FactDefinition fact, string value)
    {
        var name = Prefix + fact.Name;
        if (fact.Type == FactType.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date))
        {
            return [($"{name}.day", $"{date.Day}"), ($"{name}.month", $"{date.Month}"), ($"{name}.year", $"{date.Year}")];
        }

        return [(name, value)];
    }

    /// <summary>An answer as people read it.</summary>
    public static string Shown(FactDefinition? fact, string value) => fact switch
    {
        { Type: FactType.Date } when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date) => Say.Day(date),
        { Type: FactType.Boolean } => value == "true" ? "Yes" : "No",
        { Type: FactType.Choice } => fact.Options.FirstOrDefault(option => option.Id == value)?.Title ?? value,
        _ => value,
    };

    /// <summary>A date out of its three fields; null where all are empty, or where they are none: that is told with the question.</summary>
    public static string? Date(string name, string ask, Func<string, string?> text, Dictionary<string, string> errors)
    {
        var (day, month, year) = (text($"{name}.day"), text($"{name}.month"), text($"{name}.year"));
        if (day is null && month is null && year is null)
        {
            return null;
        }

        if (Number(day) is { } d and >= 1 && Number(month) is { } m and >= 1 and <= 12 && Number(year) is { } y and >= 1000 and <= 9999
            && d <= DateTime.DaysInMonth(y, m))
        {
            return new DateOnly(y, m, d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        errors[name] = day is null || month is null || year is null
            ? $"{ask} The date must include a {Missing(day, month, year)}" : $"{ask} The date must be a real date, such as 27 3 2026";
        return null;
    }

    private static FactInput? Read(FactDefinition fact, Func<string, string?> text, Dictionary<string, string> errors)
    {
        var name = Prefix + fact.Name;
        var answer = fact.Type == FactType.Date ? Date(name, fact.Ask, text, errors) : text(name);
        var kind = fact.Type switch
        {
            FactType.Boolean => FactInputKind.Boolean,
            FactType.Number => FactInputKind.Number,
            _ when fact.List => FactInputKind.List,
            _ => FactInputKind.Text,
        };
        return answer is null ? (FactInput?)null : new FactInput(answer, kind);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Missing(string? day, string? month, string? year) => string.Join(
        " and ", new[] { day is null ? "day" : null, month is null ? "month" : null, year is null ? "year" : null }.Where(part => part is not null));
}
