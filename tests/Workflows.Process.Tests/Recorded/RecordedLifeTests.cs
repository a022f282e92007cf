using System.Runtime.CompilerServices;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Definitions;

namespace Workflows.Process.Tests.Recorded;

/// <summary>
/// Whole lives of every released version, recorded once and read for ever: a review must be understood by every later program.
/// A recording is never changed. Those that are missing are made by running these tests once with <c>WORKFLOWS_RECORD_LIVES=1</c>.
/// </summary>
public sealed class RecordedLifeTests
{
    public static TheoryData<string, string> Lives
    {
        get
        {
            var lives = new TheoryData<string, string>();
            foreach (var key in ProcessCatalogue.Shipped.Keys)
            {
                lives.Add(key, "punctual");
                lives.Add(key, "late");
            }

            return lives;
        }
    }

    [Theory]
    [MemberData(nameof(Lives))]
    public void A_recorded_life_still_comes_to_what_it_came_to(string key, string manner)
    {
        RecordIfMissing(key, manner);
        var state = Evolve.Fold(Entries(key, manner));
        Assert.Equal(Samples.Carried($"Recorded.{key}.{manner}.txt")!.ReplaceLineEndings("\n"), RecordedLife.Summary(state));
        Assert.Equal(ProcessCatalogue.Shipped.Find(key)!.Hash, state.Hash);
    }

    [Theory]
    [MemberData(nameof(Lives))]
    public void A_recorded_life_is_written_as_it_was_read(string key, string manner) => Assert.Equal(
        Samples.Carried($"Recorded.{key}.{manner}.jsonl")?.ReplaceLineEndings("\n"), RecordedLife.Write(Entries(key, manner)));

    [Theory]
    [MemberData(nameof(Lives))]
    public void At_every_turn_of_a_recorded_life_something_can_be_done_or_will_happen(string key, string manner)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var entries = Entries(key, manner);
        var state = ReviewState.Empty;
        for (var index = 0; index < entries.Length; index++)
        {
            state = Evolve.Apply(state, entries[index]);
            if (!state.IsOpen || (index + 1 < entries.Length && entries[index + 1].At == entries[index].At))
                continue;
            var context = new ReviewContext
            {
                Definition = definition, Calendar = WorkingCalendar.Shipped, Now = entries[index].At, Roster = Roster.Empty,
            };
            Assert.True(
                ReviewActions.For(state, context).Count > 0 || NextWake.Of(state, context) is not null,
                $"After entry {state.Sequence} nothing can be done and nothing will happen.");
        }
    }

    [Theory]
    [MemberData(nameof(Lives))]
    public void The_punctual_life_misses_no_limit_and_the_late_one_does(string key, string manner)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var state = Evolve.Fold(Entries(key, manner));
        var late = state.Deadlines.Values.Where(deadline => deadline.MetOn > deadline.DueOn).Select(deadline => deadline.Id).ToArray();
        if (manner == "late")
            Assert.NotEmpty(late);
        else
            Assert.Empty(late);
        Assert.Equal(ReviewStatus.Closed, state.Status);
        Assert.Equal(definition.Key, $"{state.Process}@{state.Version}");
    }

    private static JournalEntry[] Entries(string key, string manner) =>
        RecordedLife.Read(Samples.Carried($"Recorded.{key}.{manner}.jsonl")
            ?? throw new InvalidOperationException($"{key} has no recorded {manner} life. Run this test with WORKFLOWS_RECORD_LIVES=1 and build again."));

    private static void RecordIfMissing(string key, string manner, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, $"{key}.{manner}");
        if (Environment.GetEnvironmentVariable("WORKFLOWS_RECORD_LIVES") == "1" && !File.Exists(file + ".jsonl"))
        {
            var review = RecordedLife.Live(ProcessCatalogue.Shipped.Find(key)!, late: manner == "late");
            File.WriteAllText(file + ".jsonl", RecordedLife.Write(review.Journal));
            File.WriteAllText(file + ".txt", RecordedLife.Summary(review.State));
        }
    }
}
