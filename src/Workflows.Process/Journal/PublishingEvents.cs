namespace Workflows.Process.Journal;

/// <summary>A body that had a copy before publication commented on it. Nothing is published until that is answered.</summary>
/// <param name="Comment">Identifier in this review: <c>comment-1</c> and so on.</param>
/// <param name="From">Identifier of the body.</param>
/// <param name="Text">What it says.</param>
/// <param name="On">Day on which it came, Europe/London.</param>
public sealed record CommentReceived(string Comment, string From, Words Text, DateOnly On) : ReviewEvent;

/// <summary>A comment was answered.</summary>
/// <param name="Comment">Identifier.</param>
/// <param name="Answer">What was answered, and what was changed.</param>
public sealed record CommentAnswered(string Comment, Words Answer) : ReviewEvent;

/// <summary>What is public was offered to the national case review repository.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="Anonymous">Whether it is asked to publish without naming the partnership.</param>
public sealed record RepositoryOffered(string Publication, bool Anonymous) : ReviewEvent;

/// <summary>The repository answered an offer.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="Accepted">Whether it holds the publication now.</param>
/// <param name="On">Day of its answer, Europe/London.</param>
/// <param name="Note">What it said, or where it stands there; or null.</param>
public sealed record RepositoryAnswered(string Publication, bool Accepted, DateOnly On, Words? Note) : ReviewEvent;
