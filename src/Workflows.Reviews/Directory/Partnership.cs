namespace Workflows.Reviews.Directory;

/// <summary>The safeguarding partners of an area, with their people and what they have chosen.</summary>
public sealed record Partnership
{
    /// <summary>Identifier: a-z, 0-9 and single hyphens. Reviews keep it, so it is never changed.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether delay notices go by themselves, or wait for the business manager's release.</summary>
    public required Escalation Escalation { get; init; }

    /// <summary>What it has chosen of the definitions' settings: name to option. What is not here takes the default.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Its own people, in the order of the file.</summary>
    public required IReadOnlyList<Person> People { get; init; }
}

/// <summary>How delay notices go out.</summary>
public enum Escalation
{
    /// <summary>By themselves, on their day.</summary>
    Automatic,

    /// <summary>When the business manager has released them; two working days later they go all the same.</summary>
    Confirm,
}

/// <summary>A body that is written to: national, and the same for every partnership.</summary>
/// <param name="Id">Identifier, as the definitions call it: <c>panel</c>, <c>dfe</c>, <c>ofsted</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Address for letters.</param>
public sealed record Body(string Id, string Name, string Email);
