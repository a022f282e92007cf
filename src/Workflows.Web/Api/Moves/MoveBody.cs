using Workflows.Process.Decisions;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Moves;

/// <summary>What a move to a newer version of the process would change.</summary>
/// <param name="From">Name and version that the review runs under.</param>
/// <param name="To">Name and version that it would run under.</param>
/// <param name="Fits">Whether it can be moved as it stands.</param>
/// <param name="Problems">What does not fit, a sentence each.</param>
/// <param name="Facts">What the newer version asks and nobody has answered: give it with the proposal.</param>
/// <param name="Notes">What else to know, a sentence each.</param>
/// <param name="Deadlines">Running deadlines that would appear, vanish or shift.</param>
/// <param name="Actions">Actions that would appear or vanish.</param>
/// <param name="LettersCancelled">Letters not sent yet that would not be sent any more.</param>
internal sealed record MoveBody(
    string From, string To, bool Fits, IReadOnlyList<string> Problems, IReadOnlyList<FactBody> Facts, IReadOnlyList<string> Notes,
    IReadOnlyList<MovedDeadlineBody> Deadlines, IReadOnlyList<MovedActionBody> Actions, int LettersCancelled)
{
    public static MoveBody Of(MoveReport report) => new(
        report.From, report.To, report.Problems.Count == 0, report.Problems, [.. report.Asks.Select(FactBody.Of)], report.Notes,
        [.. report.Deadlines.Select(each => new MovedDeadlineBody(each.Id, each.Title, Words.Of(each.Change), each.From, each.To, each.Why))],
        [.. report.Actions.Select(each => new MovedActionBody(each.Id, each.Title, Words.Of(each.Change), each.Why))],
        report.LettersCancelled);
}

/// <summary>A deadline in a move.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What is due.</param>
/// <param name="Change"><c>appears</c>, <c>vanishes</c> or <c>shifts</c>.</param>
/// <param name="From">The day now, or null.</param>
/// <param name="To">The day then, or null.</param>
/// <param name="Why">Why.</param>
internal sealed record MovedDeadlineBody(string Id, string Title, string Change, DateOnly? From, DateOnly? To, string Why);

/// <summary>An action in a move.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Change"><c>appears</c> or <c>vanishes</c>.</param>
/// <param name="Why">Why.</param>
internal sealed record MovedActionBody(string Id, string Title, string Change, string Why);
