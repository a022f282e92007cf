namespace Workflows.Process.Definitions;

/// <summary>What kind of answer a fact takes.</summary>
public enum FactType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A calendar date, ISO 8601 (<c>2026-01-05</c>).</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of the options.</summary>
    Choice,
}

/// <summary>Something a person is asked: when a review is opened, a task completed or a decision made.</summary>
public sealed record FactDefinition
{
    /// <summary>Identifier; one name means one fact in the whole process.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of answer.</summary>
    public required FactType Type { get; init; }

    /// <summary>The question, as a person reads it.</summary>
    public required string Ask { get; init; }

    /// <summary>A hint beneath the question, or null.</summary>
    public string? Help { get; init; }

    /// <summary>Whether an answer must be given.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Options of a choice: identifier and title, in the order shown. Empty for other types.</summary>
    public IReadOnlyList<FactOption> Options { get; init; } = [];

    /// <summary>Whether a text holds several answers, one a line (or separated by semicolons).</summary>
    public bool List { get; init; }

    /// <summary>A date may not be later than this: <c>today</c>, or the name of another date; null for no limit.</summary>
    public string? NotAfter { get; init; }

    /// <summary>A date may not be earlier than this: <c>today</c>, or the name of another date; null for no limit.</summary>
    public string? NotBefore { get; init; }

    /// <summary>Most characters of a text, or of each answer in a list.</summary>
    public int Limit { get; init; } = 2000;
}

/// <summary>An option of a choice.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What a person reads.</param>
public sealed record FactOption(string Id, string Title);
