using Microsoft.AspNetCore.Connections;
using Workflows.Local.Clock;
using Workflows.Local.Verbs;
using Workflows.Local.Wakes;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Sqlite;

namespace Workflows.Local.Hosting;

/// <summary>Serves from start to stop.</summary>
internal static class Serving
{
    /// <summary>Serves until it is told to stop: Ctrl+C, or a request of the operating system.</summary>
    /// <param name="options">How to serve.</param>
    /// <param name="output">Where to say where to go and what to try.</param>
    /// <param name="error">Where to say what a person should know beside it.</param>
    /// <param name="stop">Stops it as well.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(ServeOptions options, TextWriter output, TextWriter error, CancellationToken stop)
    {
        await using var store = SqliteStore.Open(options.Data);
        await using var app = LocalHost.Build(options, store);
        if (!options.Urls.AreLoopback)
        {
            await error.WriteLineAsync($"Warning: anybody who reaches {options.Urls} can sign in as anybody, and move the clock.");
        }

        var keeper = app.Services.GetRequiredService<ClockKeeper>();
        if (await keeper.StartAsync(options.Clock, stop) is { } note)
        {
            await error.WriteLineAsync(note);
        }

        await StartAsync(app, options, stop);
        var wakes = app.Services.GetRequiredService<WakeLoop>();
        await wakes.StartAsync(stop);
        Welcome.Write(output, new WelcomeFacts
        {
            Address = Reachable(app.Urls.First()),
            Data = options.Data,
            Now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Directory = app.Services.GetRequiredService<DirectorySource>().Current,
            IsDemonstration = options.Directory is null,
            Notices = app.Services.GetRequiredService<CalendarSource>().NoticesAt(
                LondonTime.DateOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow())),
        });
        await output.FlushAsync(stop);
        await app.WaitForShutdownAsync(stop);
        await wakes.StopAsync(CancellationToken.None);
        await keeper.SaveAsync(CancellationToken.None);
        await output.WriteLineAsync("Stopped. Everything is kept.");
        return ExitCode.Done;
    }

    /// <summary>An address that a browser on this machine can go to: one that stands for all of them is none.</summary>
    /// <param name="url">The address listened on.</param>
    public static string Reachable(string url) =>
        url.Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);

    private static async Task StartAsync(WebApplication app, ServeOptions options, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new VerbException(
                ExitCode.Failed,
                $"Another program listens on {options.Urls} already. Stop that one, or choose another port: --urls http://127.0.0.1:7072.");
        }
    }
}
