using System.Security.Cryptography;
using Workflows.Process.Decisions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Screening;

namespace Workflows.Reviews.Screening;

/// <summary>
/// Gives and reads a case's own list of identifying details, and the passages that the screen found. They stand among the review's
/// private papers and nowhere else: the journal has their number and their hash.
/// </summary>
public sealed class CaseLists(ReviewDesk desk, ReviewContexts contexts, IPrivatePapers papers)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Gives the list, in place of the one before; every document that is to be published is then screened again.</summary>
    /// <param name="file">The review.</param>
    /// <param name="entries">The entries, 1 to <see cref="CaseListText.MostEntries"/>.</param>
    /// <param name="caller">Who gives it.</param>
    /// <param name="key">Its key, or null.</param>
    /// <param name="expected">Sequence of the last entry that the person saw, or null.</param>
    /// <param name="stop">Ends the wait; it may be given all the same.</param>
    public async Task<CommandAnswer> GiveAsync(
        ReviewFile file, IReadOnlyList<ListEntry> entries, Caller caller, CommandKey? key, long? expected, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Problem(entries) is { } problem)
        {
            return new CommandAnswer.Refused(problem);
        }

        var paper = ScreeningPapers.Write(entries);
        if (paper.Length > MostBytes)
        {
            return new CommandAnswer.Refused(Invalid("entries", "Give a shorter list: it may have 1 MB in all."));
        }

        var command = new GiveCaseList(ScreeningPapers.NewListName(), entries.Count, Convert.ToHexStringLower(SHA256.HashData(paper)));
        if (Decide.On(file.State, command, caller, contexts.For(file.Definition, file.State.Partnership)) is Verdict.Refused early)
        {
            return new CommandAnswer.Refused(early.Refusal);
        }

        await papers.PutAsync(file.Id, command.Paper, paper, stop);
        var answer = await desk.HandleAsync(file.Id, command, caller, key, stop, expected);
        var inForce = answer is CommandAnswer.Done done ? done.File.State.Screening.List?.Paper : null;
        if (inForce != command.Paper)
        {
            await papers.DestroyAsync(file.Id, command.Paper, stop);
        }
        else if (file.State.Screening.List is { } before)
        {
            await papers.DestroyAsync(file.Id, before.Paper, stop);
        }

        return answer;
    }

    /// <summary>The list in force, or null where none was given, or it was destroyed.</summary>
    /// <param name="file">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<IReadOnlyList<ListEntry>?> ReadAsync(ReviewFile file, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.State.Screening.List is { } list && await papers.FindAsync(file.Id, list.Paper, stop) is { } paper
            ? ScreeningPapers.ReadList(paper) : null;
    }

    /// <summary>What the screen found in a document with its passages, in the document's order; none where they were destroyed.</summary>
    /// <param name="file">The review.</param>
    /// <param name="screening">How far the document is screened.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<IReadOnlyList<KeptFinding>> FindingsAsync(ReviewFile file, DocumentScreening screening, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(screening);
        return screening is { IsScreened: true, Paper: { } name } && await papers.FindAsync(file.Id, name, stop) is { } paper
            ? ScreeningPapers.ReadFindings(paper) : [];
    }

    private static Refusal? Problem(IReadOnlyList<ListEntry> entries)
    {
        if (entries.Count is 0 or > CaseListText.MostEntries)
        {
            return Invalid("entries", $"Give 1 to {CaseListText.MostEntries:N0} entries.");
        }

        var problems = entries.Select((entry, at) => (Field: $"entries.{at}", Problem: CaseListText.Problem(entry)))
            .Where(each => each.Problem is not null).Take(20).ToDictionary(each => each.Field, each => each.Problem!);
        return problems.Count == 0 ? null : Invalid("entries", "Some entries of the list cannot be looked for.") with { Fields = problems };
    }

    private static Refusal Invalid(string field, string problem) => new(RefusalKind.Invalid, "case-list-is-valid", problem)
    {
        Fields = new Dictionary<string, string> { [field] = problem },
    };
}
