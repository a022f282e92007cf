namespace Workflows.Process.Decisions;

/// <summary>Records what a body said about a copy before publication.</summary>
/// <param name="From">Identifier of the body.</param>
/// <param name="Text">What it says.</param>
/// <param name="On">Day on which it came; null for today.</param>
public sealed record RecordComment(string From, string? Text, DateOnly? On = null) : ReviewCommand;

/// <summary>A command about the national case review repository: it may come when the review is over.</summary>
public abstract record RepositoryCommand : ReviewCommand;

/// <summary>Offers what is public to the national case review repository, by a letter.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="Anonymous">Whether it is asked to publish without naming the partnership.</param>
public sealed record OfferToRepository(string Publication, bool Anonymous) : RepositoryCommand;

/// <summary>Records what the repository answered.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="Accepted">Whether it holds the publication now.</param>
/// <param name="On">Day of its answer.</param>
/// <param name="Note">What it said, or where it stands there; or null.</param>
public sealed record RecordRepositoryAnswer(string Publication, bool Accepted, DateOnly On, string? Note) : RepositoryCommand;
