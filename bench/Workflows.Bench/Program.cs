using Workflows.Bench;

// Usage: dotnet run -c Release --project bench/Workflows.Bench [throughput] [lone] [journal] [wakes] [fill FOLDER COUNT]
var folder = Path.Combine(Path.GetTempPath(), $"workflows-bench-{Environment.ProcessId}");
if (args is ["fill", var target, var count])
{
    await using var host = new BenchHost(target, Measures.NewClock());
    await Measures.OpenAsync(host, int.Parse(count));
    return 0;
}

try
{
    foreach (var (name, measure) in new (string, Func<string, Task<IEnumerable<string>>>)[]
    {
        ("throughput", Measures.ThroughputAsync), ("lone", Measures.LoneAsync),
        ("journal", Measures.LongJournalAsync), ("wakes", Measures.WakesAsync),
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
    Directory.Delete(folder, recursive: true);
}
