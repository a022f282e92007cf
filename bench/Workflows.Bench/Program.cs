using Workflows.Bench;

// Usage: dotnet run -c Release --project bench/Workflows.Bench [throughput] [lone] [journal] [wakes] [start] [cores] [pages] [calls]
//        … screening [--seed N]   the identifying-details screen against a corpus made from the seed
//        … fill FOLDER COUNT   fills a folder with open reviews, to be served from
//        … rate FOLDER         commands a second, as one number
var folder = Path.Combine(Path.GetTempPath(), $"workflows-bench-{Environment.ProcessId}");
switch (args)
{
    case ["fill", var target, var count]:
        await Filling.FillAsync(target, int.Parse(count));
        return 0;
    case ["screening", ..]:
        return Screenings.Measure(args is [_, "--seed", var given] ? int.Parse(given) : 20260401);
    case ["rate", var target]:
        Console.WriteLine(await Cores.RateAsync(target));
        return 0;
}

try
{
    foreach (var (name, measure) in new (string, Func<string, Task<IEnumerable<string>>>)[]
    {
        ("throughput", Measures.ThroughputAsync), ("lone", Measures.LoneAsync),
        ("journal", Measures.LongJournalAsync), ("wakes", Measures.WakesAsync),
        ("start", Starting.MeasureAsync), ("cores", Cores.MeasureAsync), ("pages", PageMeasures.MeasureAsync), ("calls", Calls.CountAsync),
    })
    {
        if (args.Length == 0 || args.Contains(name))
        {
            Console.WriteLine(string.Join('\n', await measure(Path.Combine(folder, name))));
        }
    }

    return 0;
}
finally
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}
