namespace Workflows.Process.Definitions;

/// <summary>A review that an outcome starts, linked to the one in which it was decided.</summary>
/// <param name="Process">Identifier of the process, without version: the facts choose the version.</param>
/// <param name="Link">Kind of link; one of <see cref="LinkKind.All"/>.</param>
/// <param name="With">
/// Answers of the new review that are not carried over by their own name: <c>decided</c> (the day that counts for the decision),
/// <c>facts.name</c> (an answer of this review), or the answer itself.
/// </param>
public sealed record StartDefinition(string Process, string Link, IReadOnlyDictionary<string, string> With)
{
    /// <summary>Stands for the day of the decision.</summary>
    public const string Decided = "decided";

    /// <summary>Prefix of an answer of this review.</summary>
    public const string FactPrefix = "facts.";
}

/// <summary>Who is told where a review linked to one of this kind has ended.</summary>
/// <param name="Tells">Roles and bodies, groups spelled out.</param>
/// <param name="Says">What the letter says, in a plain sentence or two; nothing personal.</param>
public sealed record LinkedEndingDefinition(IReadOnlyList<string> Tells, string Says);

/// <summary>Kinds of links between reviews, with what each is called from either side.</summary>
/// <param name="Id">Identifier, as definitions, requests and journals write it.</param>
/// <param name="Leads">What the other review is, seen from the one that led to it.</param>
/// <param name="Follows">What the other review is, seen from the one that follows it.</param>
public sealed record LinkKind(string Id, string Leads, string Follows)
{
    /// <summary>The kind of a link about which nothing was said.</summary>
    public const string Usual = "follow-up";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<LinkKind> All { get; } =
    [
        new("same-incident", "Of the same incident", "Of the same incident"),
        new("notification", "Review after this notification", "Notification that led to this review"),
        new("referral", "Review to which this case was referred", "Review that referred this case"),
        new("returned", "Review after this case was returned", "Review that returned this case"),
        new("learning", "Learning review held because of this case", "Review that led to this learning review"),
        new(Usual, "Review that follows this one", "Review that came before this one"),
        new("related", "Related review", "Related review"),
    ];

    /// <summary>Whether neither review leads to the other.</summary>
    public bool IsMutual => Leads == Follows;

    /// <summary>The kind of an identifier, or null.</summary>
    /// <param name="id">Identifier.</param>
    public static LinkKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);
}
