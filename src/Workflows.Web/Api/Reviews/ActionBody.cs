using System.Text.Json.Serialization;
using Workflows.Process.Definitions;

namespace Workflows.Web.Api.Reviews;

/// <summary>Something that can be done now.</summary>
internal sealed record ActionBody
{
    /// <summary><c>task</c>, <c>decision</c>, <c>approval</c> or <c>document</c>; <c>register</c> among the registers.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier; a definition's item may come several times, as <c>item-1</c>, <c>item-2</c> and so on.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>A hint, or null.</summary>
    public required string? Help { get; init; }

    /// <summary>A role that may do it.</summary>
    public required string Role { get; init; }

    /// <summary>All roles of which any may do it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Whether the person who asks holds one of the roles.</summary>
    public required bool Mine { get; init; }

    /// <summary>The day by which it is due, or null; it ends at 23:59:59 Europe/London.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Where to send it.</summary>
    public required string Href { get; init; }

    /// <summary>HTTP method: <c>POST</c>, or <c>PUT</c> for a document.</summary>
    public required string Method { get; init; }

    /// <summary>What is asked.</summary>
    public required IReadOnlyList<FactBody> Facts { get; init; }

    /// <summary>What a decision chooses among. Left out of what is no decision.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutcomeBody>? Outcomes { get; init; }

    /// <summary>Whether a decision needs its rationale. Left out of what is no decision.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RationaleRequired { get; init; }

    /// <summary>The document that an approval is about. Left out of what is no approval of a document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? About { get; init; }

    /// <summary>The version of that document. Left out of what is no approval of a document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>Source of the rule behind it, or null.</summary>
    public required string? Cite { get; init; }
}

/// <summary>An outcome of a decision.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What it means.</param>
/// <param name="Usual">Whether it carries the review forward in the usual way; exactly one does.</param>
internal sealed record OutcomeBody(string Id, string Title, bool Usual)
{
    public static OutcomeBody Of(OutcomeDefinition outcome) => new(outcome.Id, outcome.Title, outcome.Usual);
}

/// <summary>Something that is asked.</summary>
internal sealed record FactBody
{
    /// <summary>Name under which the answer is sent.</summary>
    public required string Name { get; init; }

    /// <summary><c>text</c>, <c>date</c>, <c>boolean</c>, <c>number</c> or <c>choice</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether an answer must be given.</summary>
    public required bool Required { get; init; }

    /// <summary>The question.</summary>
    public required string Ask { get; init; }

    /// <summary>A hint, or null.</summary>
    public required string? Help { get; init; }

    /// <summary>Whether a text holds several answers: one a line, or a JSON list.</summary>
    public required bool List { get; init; }

    /// <summary>A date may not be later: <c>today</c>, or the name of another date; or null.</summary>
    public required string? NotAfter { get; init; }

    /// <summary>A date may not be earlier: <c>today</c>, or the name of another date; or null.</summary>
    public required string? NotBefore { get; init; }

    /// <summary>Most characters of a text, or of each answer in a list.</summary>
    public required int Limit { get; init; }

    /// <summary>Options of a choice. Left out of other types.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>What people read for each option. Left out of other types.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? OptionTitles { get; init; }

    public static FactBody Of(FactDefinition fact) => new()
    {
        Name = fact.Name,
        Type = Words.Of(fact.Type),
        Required = fact.Required,
        Ask = fact.Ask,
        Help = fact.Help,
        List = fact.List,
        NotAfter = fact.NotAfter,
        NotBefore = fact.NotBefore,
        Limit = fact.Limit,
        Options = fact.Type == FactType.Choice ? [.. fact.Options.Select(option => option.Id)] : null,
        OptionTitles = fact.Type == FactType.Choice ? fact.Options.ToDictionary(option => option.Id, option => option.Title) : null,
    };
}
