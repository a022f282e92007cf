using System.Diagnostics;
using System.Globalization;
using Workflows.Functions.Drive.Hosts;
using Workflows.Functions.Drive.Scenarios;

// Shows in a real functions host what is to be shown: drive PORT NAMES COMMAND ARGUMENT…
// NAMES are those of scenarios with commas between them, or `all`. The command starts the host, listening on the port of this machine;
// it gets all its settings from here.
if (args.Length < 3 || !int.TryParse(args[0], CultureInfo.InvariantCulture, out var port))
{
    await Console.Error.WriteLineAsync($"Give the host's port, `all` or some of {string.Join(',', Scenario.All.Select(each => each.Name))}, and the command that starts it.");
    return 2;
}

var wanted = args[1] == "all" ? Scenario.All : [.. Scenario.All.Where(each => args[1].Split(',').Contains(each.Name))];
var logs = Directory.CreateTempSubdirectory("drive-functions-").FullName;
await Console.Out.WriteLineAsync($"What the hosts say is written to {logs}");
await using var host = await FunctionsHost.StartAsync(new HostCommand(args[2], args[3..], new Uri($"http://127.0.0.1:{port}"), logs));
var failed = 0;
foreach (var scenario in wanted)
{
    var watch = Stopwatch.StartNew();
    try
    {
        var seen = await scenario.RunAsync(host);
        await Console.Out.WriteLineAsync($"{scenario.Name}: shown in {watch.Elapsed.TotalSeconds:F0} s: {seen}");
    }
    catch (Exception problem)
    {
        failed++;
        await Console.Out.WriteLineAsync($"{scenario.Name}: NOT SHOWN: {(problem is DriveException ? problem.Message : problem)}");
    }
}

await Console.Out.WriteLineAsync($"{wanted.Count - failed} of {wanted.Count} scenarios shown");
return failed == 0 && wanted.Count > 0 ? 0 : 1;
