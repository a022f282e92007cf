using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// The same client takes the same review to its end in the one-machine host and through door and orchestration. Both journals are the
/// same, identifiers and times aside.
/// </summary>
internal static class SameJournal
{
    private const int MostActions = 300;

    // Long enough ago that every wait of the process, a year of publication among them, is over.
    private const int DaysAgo = 700;

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        await using var local = await LocalHost.StartAsync(FreePort.Address(), host.Logs);
        var said = new List<string>();
        foreach (var (process, daysAgo) in new[] { ("serious-incident-notification", 0), ("lcspr", 0), ("lcspr", DaysAgo) })
        {
            var answers = new Answers(daysAgo);
            var one = await DriveAsync(local.Client, local.Letters, process, answers);
            var other = await DriveAsync(host.Client, host.Letters, process, answers);
            if (one.End != other.End)
            {
                throw new DriveException($"One ends as {one.End}, the other as {other.End}.");
            }

            var compared = JournalComparison.Equal(one.Journal, other.Journal);
            said.Add($"{process}, all {daysAgo} days ago: {one.Actions} actions, {one.End}, {compared} entries the same");
        }

        return string.Join("; ", said);
    }

    // After each action both come to rest, so that no order is left to chance.
    private static async Task<(int Actions, string End, IReadOnlyList<string> Journal)> DriveAsync(
        ContractClient client, LettersOf letters, string process, Answers answers)
    {
        var review = await client.OpenAsync(process, answers);
        var done = 0;
        do
        {
            await letters.SettledAsync(review);
            done++;
        }
        while (done <= MostActions && await client.ActAsync(review, answers) is not null);
        await letters.AllOnceAsync(review);
        var end = await client.ReadAsync(review);
        return (done - 1, $"{end.GetProperty("state")} in stage {end.GetProperty("stage")}", await client.JournalAsync(review));
    }
}
