namespace Workflows.Bench;

/// <summary>How long the real program takes to answer, and what memory it holds, over an empty folder and over a full one.</summary>
internal static class Starting
{
    private const int Reviews = 100_000;
    private const int Rounds = 7;

    public static async Task<IEnumerable<string>> MeasureAsync(string folder)
    {
        var full = Path.Combine(folder, "full");
        await Filling.FillAsync(full, Reviews);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var none = new List<Run>();
        var many = new List<Run>();

        // In turn, so that a machine that drifts drifts for both; the first of each warms the disk's cache.
        for (var round = 0; round <= Rounds; round++)
        {
            none.Add(await StartAsync(http, Path.Combine(folder, $"empty-{round}")));
            many.Add(await StartAsync(http, full));
        }

        var (empty, loaded) = (Middle(none), Middle(many));
        return
        [
            $"until /healthz answers, empty folder, seconds  {empty.Seconds,10:N2}",
            $"until /healthz answers, {Reviews:N0} open reviews  {loaded.Seconds,10:N2}",
            $"full over empty                                {loaded.Seconds / empty.Seconds,10:N2}   (at most 3)",
            $"resident memory, empty, now and at most, MB    {empty.Resident,10:N0} {empty.Peak,8:N0}",
            $"resident memory, full, now and at most, MB     {loaded.Resident,10:N0} {loaded.Peak,8:N0}   (at most 300)",
        ];
    }

    private static async Task<Run> StartAsync(HttpClient http, string data)
    {
        await using var program = await RunningProgram.StartAsync(http, data);

        // What it does right after its start belongs to it as well.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var (resident, peak) = program.Memory;
        return new Run(program.Seconds, resident, peak);
    }

    private static Run Middle(List<Run> runs)
    {
        var counted = runs.Skip(1).ToArray();
        return new Run(
            counted.Select(run => run.Seconds).Order().ElementAt(counted.Length / 2),
            counted.Max(run => run.Resident), counted.Max(run => run.Peak));
    }

    private sealed record Run(double Seconds, double Resident, double Peak);
}
