using Workflows.Crash;
using Workflows.Local.Tests.Verbs;

namespace Workflows.Durability.Tests.Crash;

/// <summary>
/// Claim: the judge of the kills can fail. What a kill must never do is done by hand to a folder that was sound, and the judge finds it.
/// </summary>
public sealed class PlantedCrashHoleTests : IDisposable
{
    private const int Steps = 6;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "an answered command lost", "was answered and is lost",
        "DELETE FROM journal WHERE sequence >= (SELECT max(sequence) FROM journal WHERE CAST(line AS TEXT) LIKE '%factCorrected%')",
        "UPDATE review SET position = (SELECT max(sequence) FROM journal WHERE journal.review = review.number)")]
    [InlineData(
        "a letter sent twice", "letters are confirmed, and",
        "INSERT INTO outbox (key, review, kind, recipients, subject, text, html, calendar, sent) SELECT key || '-again', review, kind, recipients, subject, text, html, calendar, sent FROM outbox LIMIT 1")]
    [InlineData("a letter lost", "letters are confirmed, and", "DELETE FROM outbox WHERE id = 1")]
    [InlineData(
        "an entry changed", "seal|damaged|changed",
        "UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), 'notification', 'modification') AS BLOB) WHERE CAST(line AS TEXT) LIKE '%notification%'")]
    [InlineData("an entry removed", "gap|seal", "DELETE FROM journal WHERE sequence = 2")]
    public async Task What_a_kill_must_never_do_is_found(string hole, string words, params string[] statements)
    {
        var (data, acknowledged) = (_folder.Of("data"), _folder.Of("acknowledged"));
        await File.WriteAllTextAsync(acknowledged, string.Empty);
        await using (var work = new Work(data, acknowledged, isCase: true))
        {
            for (var step = 0; step < Steps; step++)
            {
                await work.StepAsync(step);
            }

            Assert.Empty(await work.JudgeAsync());
        }

        SpoiledFolder.Spoil(data, statements);
        await using var later = new Work(data, acknowledged, isCase: true);
        string found;
        try
        {
            found = string.Join(' ', await later.JudgeAsync());
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            found = damaged.Message;
        }

        Assert.True(words.Split('|').Any(word => found.Contains(word, StringComparison.OrdinalIgnoreCase)), $"{hole} was found as: {found}");
    }
}
