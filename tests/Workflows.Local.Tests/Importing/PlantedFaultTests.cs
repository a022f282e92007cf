using System.Text.RegularExpressions;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Importing;

/// <summary>A thousand reviews from before in one file, with faults of every kind planted in it.</summary>
public sealed partial class PlantedFaultTests
{
    private const int Rows = 1_000;

    // Line, column that must be named ("" for the whole line), and how the line is spoilt. Lines of one kind of life are
    // four apart: 2 is closed without a review, 3 is open in commissioning, 4 was withdrawn, 5 is open before its rapid review.
    private static readonly (int Line, string Column, Action<PastFile, int> Plant)[] Faults =
    [
        (2, "facts.awareOn", (file, line) => file.Set(line, "facts.awareOn", "07/01/2019")),
        (6, "notification.on", (file, line) => file.Set(line, "notification.on", "2098-01-01")),
        (10, "notification.on", (file, line) => file.Set(line, "notification.on", "2018-12-31")),
        (14, "notification.on", (file, line) => file.Set(line, "notification.on", "2019-02-30")),
        (18, "next-step.outcome", (file, line) => file.Set(line, "next-step.outcome", "perhaps")),
        (22, "next-step.outcome", (file, line) => file.Set(line, "next-step.outcome", "")),
        (26, "next-step.on", (file, line) =>
        {
            file.Set(line, "next-step.on", "");
            file.Set(line, "facts.recurrentThemes", "");
        }),
        (30, "rapid-review-report.on", (file, line) => file.Set(line, "rapid-review-report.on", file.Cell(line, "notification.on"))),
        (34, "closedOn", (file, line) => file.Set(line, "closedOn", file.Cell(line, "facts.awareOn"))),
        (38, "withdrawnOn", (file, line) => file.Set(line, "withdrawnOn", file.Cell(line, "closedOn"))),
        (42, "partnership", (file, line) => file.Set(line, "partnership", "fernshrie")),
        (46, "process", (file, line) => file.Set(line, "process", "lscpr")),
        (50, "process", (file, line) => file.Set(line, "process", "")),
        (54, "reference", (file, line) => file.Set(line, "reference", "")),
        (58, "reference", (file, line) => file.Set(line, "reference", "A name; and another")),
        (62, "reference", (file, line) => file.Set(line, "reference", file.Cell(61, "reference"))),
        (66, "facts.harm", (file, line) => file.Set(line, "facts.harm", "hurt")),
        (70, "facts.agencies", (file, line) => file.Set(line, "facts.agencies", "")),
        (74, "facts.recurrentThemes", (file, line) => file.Set(line, "facts.recurrentThemes", "perhaps")),
        (78, "rapid-review-report.sha256", (file, line) => file.Set(line, "rapid-review-report.sha256", "abc")),
        (82, "rapid-review-sign-off.by", (file, line) => file.Set(line, "rapid-review-sign-off.by", "panel-officer")),
        (86, "rapid-review-sign-off.by", (file, line) => file.Set(line, "rapid-review-sign-off.by", "health-partner")),
        (90, "next-step.rationale", (file, line) => file.Set(line, "next-step.rationale", "=HYPERLINK(\"http://example.invalid\")")),
        (94, "next-step.rationale", (file, line) => file.Set(line, "next-step.rationale", "a\0b")),
        (98, "facts.awareOn", (file, line) => file.Set(line, "facts.awareOn", "1999-05-01")),
        (102, "facts.awareOn", (file, line) => file.Set(line, "process", "serious-case-review@2010.1")),
        (106, "settings.rapidReviewClock", (file, line) => file.Set(line, "settings.rapidReviewClock", "soon")),
        (110, "chair-decision.on", (file, line) => file.Set(line, "chair-decision.on", file.Cell(line, "next-step.on"))),
        (114, "facts.reviewerCount", (file, line) => file.Set(line, "facts.reviewerCount", "2")),
        (118, "closing.outcome", (file, line) => file.Set(line, "initiation.on", file.Cell(line, "send-rapid-review.on"))),
        (123, "facts.reviewerCount", (file, line) => file.Set(line, "facts.reviewerCount", "two")),
        (127, "", (file, line) => file.Instead[line] = file.Line(line) + ",one too many"),
        (131, "", (file, line) => file.Instead[line] = "lcspr,fernshire"),
        (135, "", (file, line) => file.Instead[line] = "lcspr,fern\"shire" + new string(',', PastFile.Columns.Length - 2)),
        (140, "openedOn", (file, line) => file.Set(line, "openedOn", "1 March")),
        (144, "withdrawalReason", (file, line) => file.Set(line, "withdrawnOn", "")),
    ];

    [Fact]
    public async Task Every_fault_is_told_by_line_nothing_is_half_recorded_and_doing_it_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var file = PastFile.Of(Rows);
        await File.WriteAllTextAsync(folder.Of("good.csv"), file.Text("\r\n"));
        foreach (var (line, _, plant) in Faults)
        {
            plant(file, line);
        }

        await File.WriteAllTextAsync(folder.Of("past.csv"), file.Text());

        // Rows whose texts have two lines push the others down: a line is where a review begins in the file.
        var starts = Starts(file);
        var expected = Faults.Select(fault => (Line: starts[fault.Line], fault.Column)).Order().ToArray();

        var dry = await ImportAsync(folder, "past.csv", "--dry-run");
        Assert.Equal(1, dry.Code);
        Assert.Empty(Told(dry, expected));
        Assert.Empty(Missed(dry, expected));
        Assert.Contains($"{Rows} lines: 0 recorded, 0 recorded before, {Rows - Faults.Length} that can be recorded, {Faults.Length} with problems.", dry.Output, StringComparison.Ordinal);

        var whole = await ImportAsync(folder, "past.csv");
        Assert.Equal(1, whole.Code);
        Assert.Contains("Nothing was recorded.", whole.Output, StringComparison.Ordinal);
        Assert.Contains("Looked at 0 reviews", (await Verb.RunAsync("verify", folder.Of("data"))).Output, StringComparison.Ordinal);

        var good = await ImportAsync(folder, "past.csv", "--good-rows");
        Assert.Empty(Told(good, expected));
        Assert.Empty(Missed(good, expected));
        Assert.Contains($"{Rows} lines: {Rows - Faults.Length} recorded,", good.Output, StringComparison.Ordinal);

        var again = await ImportAsync(folder, "past.csv", "--good-rows");
        Assert.Contains($"{Rows} lines: 0 recorded, {Rows - Faults.Length} recorded before,", again.Output, StringComparison.Ordinal);

        // The file mended: what is there already stays as it is, the rest comes to it.
        var mended = await ImportAsync(folder, "good.csv");
        Assert.True(mended.Code == 0, mended.Output[..Math.Min(2000, mended.Output.Length)]);
        Assert.Contains($"{Rows} lines: {Faults.Length} recorded, {Rows - Faults.Length} recorded before,", mended.Output, StringComparison.Ordinal);
        Assert.Contains($"Looked at {Rows} reviews", (await Verb.RunAsync("verify", folder.Of("data"))).Output, StringComparison.Ordinal);
    }

    private static Task<Verb> ImportAsync(TemporaryFolder folder, string file, params string[] more) =>
        Verb.RunAsync(["import", folder.Of(file), "--data", folder.Of("data"), .. more]);

    // What was told though it was not planted, and the other way round.
    private static (int Line, string Column)[] Told(Verb run, (int Line, string Column)[] planted) => [.. Problems(run.Output).Except(planted)];

    private static (int Line, string Column)[] Missed(Verb run, (int Line, string Column)[] planted) => [.. planted.Except(Problems(run.Output))];

    private static IEnumerable<(int Line, string Column)> Problems(string output) => output.Split('\n')
        .Select(line => Problem().Match(line)).Where(match => match.Success)
        .Select(match => (int.Parse(match.Groups["line"].Value), match.Groups["column"].Value));

    private static Dictionary<int, int> Starts(PastFile file)
    {
        var starts = new Dictionary<int, int>();
        var at = 2;
        for (var line = 2; line < file.Count + 2; line++)
        {
            starts[line] = at;
            at += 1 + (file.Instead.TryGetValue(line, out var text) ? text : file.Line(line)).Count(letter => letter == '\n');
        }

        return starts;
    }

    [GeneratedRegex(@"^past\.csv:(?<line>\d+): (?:(?<column>[a-zA-Z0-9.-]+): )?[a-zA-Z0-9'].*\. .*[.?]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Problem();
}
