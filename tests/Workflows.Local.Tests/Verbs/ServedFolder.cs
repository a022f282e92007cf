using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Verbs;

/// <summary>A folder that was served from, with three reviews, looks and anchors; tests spoil copies of it.</summary>
public sealed class ServedFolder : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private int _copies;

    /// <summary>Identifiers of the reviews.</summary>
    public IReadOnlyList<string> Reviews { get; private set; } = [];

    public string Data => _folder.Of("data");

    public async Task InitializeAsync()
    {
        var (program, client) = await LocalProgram.ServeAsync(Data, "2026-04-07T09:00:00Z");
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");
        Reviews = [await client.OpenAsync("V-1", "2026-04-07"), await client.OpenAsync("V-2", "2026-04-07"), await client.OpenAsync("V-3", "2026-04-07")];
        await client.PostAsync("/demo/clock", new { by = "P1D" });
        await client.PostAsync(
            $"/api/reviews/{Reviews[0]}/tasks/notification",
            new { facts = new { notificationSentOn = "2026-04-08", partnersAwareOn = "2026-04-08" } });
        await client.GetAsync($"/api/reviews/{Reviews[0]}");
        await client.Http.GetStringAsync($"/api/reviews/{Reviews[0]}/journal");
        Assert.Equal(0, await program.StopAsync());
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A copy to spoil.</summary>
    public string Copy()
    {
        var target = _folder.Of($"copy-{Interlocked.Increment(ref _copies)}");
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return target;
    }
}
