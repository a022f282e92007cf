using System.Text.Json;
using Workflows.Reviews.Importing;

namespace Workflows.Web.Api.Imports;

/// <summary>What bringing in reviews from before came to.</summary>
/// <param name="DryRun">Whether nothing was to be recorded.</param>
/// <param name="Rows">How many lines there were.</param>
/// <param name="Good">How many would be recorded.</param>
/// <param name="Recorded">How many were.</param>
/// <param name="Unchanged">How many had been recorded before, as they stand.</param>
/// <param name="Faulty">How many cannot be recorded.</param>
/// <param name="Lines">Every line.</param>
/// <param name="Problems">Every problem, in order of the lines; at most 20,000.</param>
internal sealed record ImportBody(
    bool DryRun, int Rows, int Good, int Recorded, int Unchanged, int Faulty, IReadOnlyList<ImportLineBody> Lines,
    IReadOnlyList<ImportProblemBody> Problems)
{
    public static ImportBody Of(ImportReport report) => new(
        report.DryRun, report.Rows, report.Count(ImportOutcome.Good), report.Count(ImportOutcome.Recorded),
        report.Count(ImportOutcome.Unchanged), report.Count(ImportOutcome.Faulty),
        [.. report.Lines.Select(line => new ImportLineBody(
            line.Line, line.Reference, Words.Of(line.Outcome), line.Review?.Value, line.State, line.Stage, line.Late, line.NextDueOn))],
        [.. report.Problems.Select(problem => new ImportProblemBody(problem.Line, problem.Column, problem.What, problem.Remedy))]);
}

/// <summary>One line of a table, and what became of it.</summary>
/// <param name="Line">The line of the file on which it begins, from 1; in JSON, its place in the list.</param>
/// <param name="Reference">Case reference.</param>
/// <param name="Outcome"><c>good</c>, <c>recorded</c>, <c>unchanged</c> or <c>faulty</c>.</param>
/// <param name="Review">Identifier of the review, where there is or would be one.</param>
/// <param name="State"><c>open</c>, <c>closed</c> or <c>withdrawn</c>.</param>
/// <param name="Stage">The stage in which it stands or ended.</param>
/// <param name="Late">How many of its limits were missed, or are overdue.</param>
/// <param name="NextDueOn">The earliest limit that still runs.</param>
internal sealed record ImportLineBody(
    int Line, string Reference, string Outcome, string? Review, string? State, string? Stage, int Late, DateOnly? NextDueOn);

/// <summary>Something that is wrong with a table.</summary>
/// <param name="Line">The line of the file, from 1; in JSON, the place in the list.</param>
/// <param name="Column">Name of the column, or null where it is about the whole line.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ImportProblemBody(int Line, string? Column, string What, string Remedy);

/// <summary>Reviews from before, as JSON.</summary>
/// <param name="Rows">One object a review; its members are called as the columns of a CSV file are.</param>
internal sealed record ImportRequestBody(IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Rows);
