using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Verbs;

/// <summary>Claim: whatever was changed, removed, put in another order or cut off in a folder, verify finds it and names the place.</summary>
public sealed class VerifyTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private string Review => served.Reviews[0];

    private string Number => SpoiledFolder.NumberOf(Review);

    [Fact]
    public async Task A_sound_folder_is_found_sound_against_its_anchors()
    {
        var run = await Verb.RunAsync("verify", served.Copy());
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("Looked at 3 reviews", run.Output, StringComparison.Ordinal);
        Assert.Matches("Held against [1-9][0-9]* anchors, the latest of 2026-04-08", run.Output);
    }

    [Fact]
    public Task An_edited_entry_is_named() => FoundAsync(
        $"The journal of review {Review} is damaged at entry 2: its seal does not fit.",
        $"UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), '\"sequence\":2', '\"sequence\":2 ') AS BLOB) WHERE review = {Number} AND sequence = 2");

    [Fact]
    public Task A_removed_entry_is_named() => FoundAsync(
        $"The journal of review {Review} has gaps", $"DELETE FROM journal WHERE review = {Number} AND sequence = 3");

    [Fact]
    public Task Entries_in_another_order_are_named() => FoundAsync(
        $"The journal of review {Review} is damaged at entry 2",
        $"UPDATE journal SET sequence = 1002 WHERE review = {Number} AND sequence = 2",
        $"UPDATE journal SET sequence = 2 WHERE review = {Number} AND sequence = 3",
        $"UPDATE journal SET sequence = 3 WHERE review = {Number} AND sequence = 1002");

    [Fact]
    public Task A_tail_cut_off_is_named_also_where_the_index_was_cut_with_it() => FoundAsync(
        $"reviews/{Review} was cut off after entry 4",
        $"DELETE FROM journal WHERE review = {Number} AND sequence > 4", $"UPDATE review SET position = 4 WHERE number = {Number}");

    [Fact]
    public Task A_review_removed_without_a_trace_is_named() => FoundAsync(
        $"reviews/{served.Reviews[1]} is gone",
        $"DELETE FROM journal WHERE review = {SpoiledFolder.NumberOf(served.Reviews[1])}",
        $"DELETE FROM summary WHERE review = {SpoiledFolder.NumberOf(served.Reviews[1])}",
        $"DELETE FROM review WHERE id = x'{served.Reviews[1]}'");

    [Fact]
    public Task Looks_cut_off_are_named() => FoundAsync(
        $"looks/{Review}/2026 is gone", $"DELETE FROM chain WHERE name = 'looks/{Review}/2026'");

    [Fact]
    public Task A_look_that_was_edited_is_named() => FoundAsync(
        $"The chain looks/{Review}/2026 is damaged at line 1",
        $"UPDATE chain SET line = CAST(replace(CAST(line AS TEXT), 'business.manager', 'business.mangler') AS BLOB) WHERE name = 'looks/{Review}/2026' AND sequence = 1");

    [Fact]
    public Task A_record_of_the_quarantine_that_was_edited_is_named() => FoundAsync(
        "The chain quarantine/2026 is damaged at line 2",
        "UPDATE chain SET line = CAST(replace(CAST(line AS TEXT), 'Worm.Test', 'Tame.Test') AS BLOB) WHERE name = 'quarantine/2026' AND sequence = 2");

    [Fact]
    public Task A_record_of_the_quarantine_that_was_removed_is_named() => FoundAsync(
        "quarantine/2026 has", "DELETE FROM chain WHERE name = 'quarantine/2026' AND sequence = 2");

    [Fact]
    public Task Records_of_the_quarantine_in_another_order_are_named() => FoundAsync(
        "The chain quarantine/2026 is damaged at line 2",
        "UPDATE chain SET sequence = 1002 WHERE name = 'quarantine/2026' AND sequence = 2",
        "UPDATE chain SET sequence = 2 WHERE name = 'quarantine/2026' AND sequence = 3",
        "UPDATE chain SET sequence = 3 WHERE name = 'quarantine/2026' AND sequence = 1002");

    [Fact]
    public Task A_tail_of_the_quarantine_that_was_cut_off_is_named() => FoundAsync(
        "quarantine/2026 was cut off after entry 2", "DELETE FROM chain WHERE name = 'quarantine/2026' AND sequence = 3");

    [Fact]
    public Task A_quarantine_removed_without_a_trace_is_named() => FoundAsync(
        "quarantine/2026 is gone", "DELETE FROM chain WHERE name = 'quarantine/2026'");

    [Fact]
    public async Task An_anchor_that_was_edited_is_named()
    {
        var copy = served.Copy();
        var file = Path.Combine(copy, "anchors", "anchors-2026.ndjson");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(Review, served.Reviews[1], StringComparison.Ordinal));
        await FoundInAsync(copy, "The chain anchors/2026 is damaged at line");
    }

    [Fact]
    public async Task Under_another_key_all_is_damaged_and_under_an_old_one_beside_the_new_all_is_sound()
    {
        var copy = served.Copy();
        var key = Path.Combine(copy, "audit.key");
        var old = await File.ReadAllTextAsync(key);
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]) + "\n");
        await FoundInAsync(copy, $"The journal of review {Review} is damaged at entry 1: its seal does not fit.");

        await File.AppendAllTextAsync(key, old);

        var run = await Verb.RunAsync("verify", copy);
        Assert.True(run.Code == 0, run.Output);
    }

    private Task FoundAsync(string problem, params string[] spoil)
    {
        var copy = served.Copy();
        SpoiledFolder.Spoil(copy, spoil);
        return FoundInAsync(copy, problem);
    }

    private static async Task FoundInAsync(string folder, string problem)
    {
        var run = await Verb.RunAsync("verify", folder);
        Assert.Equal(1, run.Code);
        Assert.Contains(problem, run.Output, StringComparison.Ordinal);
    }
}
