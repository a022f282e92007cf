using Workflows.Functions.Drive;

// Drives a review through a functions host: drive PORT COMMAND ARGUMENT…
// The command starts the host, listening on the port of this machine; it gets all its settings from here.
if (args.Length < 2 || !int.TryParse(args[0], out var port))
{
    await Console.Error.WriteLineAsync("Give the host's port, and the command that starts it.");
    return 2;
}

await using var surroundings = await Surroundings.StartAsync();
using var host = HostProcess.Start(args[1], args[2..], surroundings.SettingsFor(port));
using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(4) };
await host.UntilHealthyAsync(client);
return await new Journey(client, surroundings).RunAsync();
