using System.Globalization;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Learning;

/// <summary>A form about recommendations or quality: what its page says and asks. Public because the component that shows it is.</summary>
public sealed record LearningForm
{
    /// <summary>Heading of its page.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in sentences; each a paragraph.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>Questions to think of, or none.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>Text of its button.</summary>
    public required string Button { get; init; }

    /// <summary>What is asked.</summary>
    public IReadOnlyList<AskedFact> Asks { get; init; } = [];

    /// <summary>Whether themes are chosen.</summary>
    public bool WithThemes { get; init; }

    /// <summary>What its fields hold at first.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the page leads back to.</summary>
    public required string Back { get; init; }

    /// <summary>Source of the rule behind it, or null.</summary>
    public string? Cite { get; init; }

    internal Func<LearningAnswers, ReviewCommand> Command { get; init; } = default!;

    internal static AskedFact Text(string name, string ask, string missing, string? help = null, int limit = 4000) =>
        new(new FactDefinition { Name = name, Type = FactType.Text, Ask = ask, Help = help, Limit = limit }, missing);

    internal static AskedFact Date(string name, string ask, string missing, string? help = null) =>
        new(new FactDefinition { Name = name, Type = FactType.Date, Ask = ask, Help = help }, missing);

    internal static AskedFact Choice(string name, string ask, string missing, params IReadOnlyList<FactOption> options) =>
        new(new FactDefinition { Name = name, Type = FactType.Choice, Ask = ask, Options = options }, missing);
}

/// <summary>What a form asks, and what is said where no answer is given.</summary>
/// <param name="Fact">The question.</param>
/// <param name="Missing">Says what to enter or select, naming the thing; empty where an answer need not be given.</param>
public sealed record AskedFact(FactDefinition Fact, string Missing)
{
    /// <summary>The same, to be answered or left empty.</summary>
    internal AskedFact Optional => new(Fact with { Required = false }, string.Empty);
}

/// <summary>The answers that a form brought.</summary>
internal sealed class LearningAnswers
{
    /// <summary>Name of the field of themes.</summary>
    public const string ThemesField = "themes";

    private readonly Dictionary<string, FactInput> _answers;
    private readonly string? _themes;

    public LearningAnswers(LearningForm form, PageForm sent, Dictionary<string, string> errors)
    {
        _answers = FactAnswers.Read(form.Asks.Select(asked => asked.Fact), sent.Text, errors);
        _themes = sent.Text(ThemesField);
        foreach (var (fact, missing) in form.Asks.Where(asked => asked.Fact.Required && !_answers.ContainsKey(asked.Fact.Name)))
        {
            errors.TryAdd(FactAnswers.Prefix + fact.Name, missing);
        }
    }

    // Several boxes of one name come as one text with commas.
    public IReadOnlyList<string> Themes => _themes?.Split(',') ?? [];

    public string? Text(string name) => _answers.TryGetValue(name, out var answer) ? answer.Text : null;

    public DateOnly? Date(string name) => Text(name) is { } text
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
