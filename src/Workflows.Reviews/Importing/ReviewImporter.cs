using System.Collections.Concurrent;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Importing;

/// <summary>
/// Brings in tables of reviews from before. A line is recorded whole or not at all; where one cannot be, none is, unless the good
/// ones are asked for. Bringing the same table in again records nothing twice.
/// </summary>
public sealed class ReviewImporter(
    PastDesk desk, IReviewIndex index, ProcessCatalogue catalogue, DirectorySource directory, TimeProvider clock)
{
    /// <summary>Most problems that a report lists.</summary>
    public const int MaximumProblems = 20_000;

    private const int AtOnce = 8;

    /// <summary>Brings a table in.</summary>
    /// <param name="table">The table.</param>
    /// <param name="request">How.</param>
    /// <param name="stop">Ends it; lines recorded by then stay, and doing it again does the rest.</param>
    public async Task<ImportReport> RunAsync(ImportTable table, ImportRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<ImportProblem>(table.Problems);
        var columns = table.Columns.Count == 0 ? [] : ImportColumn.ReadAll(table.Columns, catalogue, table.HeaderLine, problems);
        var rows = problems.Count > table.Problems.Count ? [] : Read(table, columns, request, problems);
        await DuplicatesAsync(rows, problems, stop);

        var lines = new ConcurrentDictionary<int, ImportedLine>();
        foreach (var row in rows.Where(row => !Faulty(row, problems)))
        {
            stop.ThrowIfCancellationRequested();
            var answer = await desk.RecordAsync(row, request.By, dryRun: true, stop);
            Judge(row, answer, problems);
            lines[row.Line] = Told(row, answer, ImportOutcome.Good);
        }

        if (!request.DryRun && (problems.Count == 0 || request.GoodRows))
        {
            var good = rows.Where(row => !Faulty(row, problems)).ToArray();
            await Parallel.ForEachAsync(
                good, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
                async (row, token) =>
                {
                    var answer = await desk.RecordAsync(row, request.By, dryRun: false, token);
                    lines[row.Line] = Told(row, answer, ImportOutcome.Recorded);
                });
        }

        return Report(table, columns, lines, problems, request);
    }

    private List<ImportRow> Read(
        ImportTable table, IReadOnlyList<ImportColumn> columns, ImportRequest request, List<ImportProblem> problems)
    {
        var reader = new ImportRowReader(catalogue, directory.Current, columns);
        var rows = new List<ImportRow>();
        foreach (var line in table.Lines)
        {
            if (reader.Read(line, problems) is { } row && Allowed(row, request, problems))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static bool Allowed(ImportRow row, ImportRequest request, List<ImportProblem> problems)
    {
        if (request.RolesIn is null || row.Definition.OpenedBy.Intersect(request.RolesIn(row.Past.Partnership)).Any())
        {
            return true;
        }

        problems.Add(new ImportProblem(
            row.Line, "partnership", "You may not open reviews of this kind in this partnership, nor record those from before.",
            $"Ask somebody there who may: {string.Join(" or ", row.Definition.OpenedBy.Select(role => row.Definition.Roles.GetValueOrDefault(role) ?? role))}.")
        {
            IsForbidden = true,
        });
        return false;
    }

    // A review that stands here already, opened by hand, has another identifier: only its reference tells.
    private async Task DuplicatesAsync(List<ImportRow> rows, List<ImportProblem> problems, CancellationToken stop)
    {
        foreach (var group in rows.GroupBy(row => string.Join('\n', row.Identity)).Where(group => group.Count() > 1))
        {
            problems.AddRange(group.Skip(1).Select(row => new ImportProblem(
                row.Line, "reference", $"Line {group.First().Line} tells of a review with the same process, partnership and reference.",
                "Keep one of the two, or correct the reference.")));
        }

        foreach (var group in rows.GroupBy(row => (row.Past.Partnership, Process: row.Definition.Id)))
        {
            var known = await OpenedByHandAsync(group.Key.Partnership, group.Key.Process, stop);
            foreach (var row in group)
            {
                if (known.TryGetValue(row.Past.Reference.Trim(), out var other) && other.Id != PastDesk.IdOf(row))
                {
                    problems.Add(new ImportProblem(
                        row.Line, "reference",
                        $"A review with this reference stands here already, opened on {LondonTime.DateOf(other.OpenedAt):yyyy-MM-dd}.",
                        "Take the line out, or correct the reference."));
                }
            }
        }
    }

    private async Task<Dictionary<string, ReviewSummary>> OpenedByHandAsync(string partnership, string process, CancellationToken stop)
    {
        var known = new Dictionary<string, ReviewSummary>(StringComparer.OrdinalIgnoreCase);
        string? cursor = null;
        do
        {
            var page = await index.ListAsync(
                new ReviewQuery { Partnerships = [partnership], Process = process, Cursor = cursor, Limit = 200 }, stop);
            foreach (var summary in page.Items)
            {
                known[summary.Reference] = summary;
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        return known;
    }

    private static void Judge(ImportRow row, PastAnswer answer, List<ImportProblem> problems)
    {
        problems.AddRange(answer.Problems.Select(problem => new ImportProblem(row.Line, problem.Field, problem.What, problem.Remedy)));
        if (answer is { Before: true, IsSame: false })
        {
            problems.Add(new ImportProblem(
                row.Line, "reference", "This review was recorded here before, with other contents.",
                "Correct it in the review itself; here, take the line out or leave it as it was."));
        }
    }

    private ImportedLine Told(ImportRow row, PastAnswer answer, ImportOutcome outcome)
    {
        if (answer.File is not { } file)
        {
            return new ImportedLine(row.Line, row.Past.Reference, ImportOutcome.Faulty);
        }

        var today = LondonTime.DateOf(clock.GetUtcNow());
        return new ImportedLine(
            row.Line, row.Past.Reference,
            answer is { Before: true, IsSame: true } ? ImportOutcome.Unchanged : answer.Before ? ImportOutcome.Faulty : outcome,
            file.Id, file.State.Status.ToString().ToLowerInvariant(), file.State.Stage,
            file.State.Deadlines.Values.Count(deadline => deadline.On(today) is DeadlineStanding.MetLate or DeadlineStanding.Overdue),
            file.State.Deadlines.Values.Where(deadline => deadline.IsRunning && file.State.IsOpen).Min(deadline => (DateOnly?)deadline.DueOn));
    }

    private static ImportReport Report(
        ImportTable table, IReadOnlyList<ImportColumn> columns, ConcurrentDictionary<int, ImportedLine> lines,
        List<ImportProblem> problems, ImportRequest request)
    {
        var reference = columns.FirstOrDefault(column => column.Name == "reference");
        var all = table.Lines.Select(line => lines.GetValueOrDefault(line.Line)
                ?? new ImportedLine(line.Line, reference is null ? string.Empty : line.Cells[reference.At], ImportOutcome.Faulty))
            .Concat(table.Problems.Select(problem => problem.Line).Distinct().Where(line => line > 1 && table.Lines.All(each => each.Line != line))
                .Select(line => new ImportedLine(line, string.Empty, ImportOutcome.Faulty)))
            .OrderBy(line => line.Line);
        return new ImportReport(
            [.. all], [.. problems.OrderBy(problem => problem.Line).Take(MaximumProblems)], table.Rows, request.DryRun);
    }

    private static bool Faulty(ImportRow row, List<ImportProblem> problems) => problems.Exists(problem => problem.Line == row.Line);
}
