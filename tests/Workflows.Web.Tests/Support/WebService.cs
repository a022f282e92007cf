using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;
using Workflows.Sqlite;

namespace Workflows.Web.Tests.Support;

/// <summary>The whole web application over SQLite in a folder of its own, with a clock that the test moves.</summary>
internal sealed class WebService : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows-web-");
    private readonly WebApplication _app;

    private WebService(DateTimeOffset now, Action<IServiceCollection>? change, Func<WebOptions, WebOptions>? options, Action<WebApplication>? also)
    {
        Clock = new ManualTimeProvider(now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Logs);
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new AuditKey(new byte[32]))
            .AddSingleton(DirectorySource.Of(TestDirectory.Snapshot))
            .AddSingleton(new CalendarSource(path: null, Clock))
            .AddSingleton<IMailSender>(Mail)
            .AddSingleton<IWakeSignal, NoSignal>()
            .AddSingleton(new LetterOptions { PublicAddress = new Uri("https://reviews.example/"), ServiceName = "Reviews" })
            .AddWorkflowsSqlite(new SqliteStoreOptions { Folder = _folder.FullName })
            .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: true), new ReviewContextOptions(TimeSpan.Zero))
            .AddWorkflowsWeb((options ?? (usual => usual))(Tokens.Options));
        change?.Invoke(builder.Services);
        _app = builder.Build();
        also?.Invoke(_app);
        _app.MapWorkflowsWeb();
    }

    public ManualTimeProvider Clock { get; }

    public KeptMail Mail { get; } = new();

    public KeptLogs Logs { get; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>The data folder.</summary>
    public string Folder => _folder.FullName;

    public static async Task<WebService> StartAsync(
        string now = "2026-05-05T09:00:00Z", Action<IServiceCollection>? change = null, Func<WebOptions, WebOptions>? options = null,
        Action<WebApplication>? also = null)
    {
        var service = new WebService(DateTimeOffset.Parse(now), change, options, also);
        await service._app.StartAsync();
        return service;
    }

    /// <summary>A client for a person, or for nobody.</summary>
    public HttpClient As(string? user)
    {
        var client = _app.GetTestClient();
        if (user is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(user));
        }

        return client;
    }

    /// <summary>A token for a person, valid for years of the clock.</summary>
    public string Token(string user) => Tokens.For(user, Clock.GetUtcNow());

    /// <summary>Files of the data folder in whose bytes a word stands.</summary>
    public IEnumerable<string> InFolder(string word) => _folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Name != "lock" && Read(file.FullName).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0).Select(file => file.FullName).ToArray();

    /// <summary>Does all that is due now.</summary>
    public Task WakeAsync() => Services.GetRequiredService<WakeRound>().RunAsync(CancellationToken.None);

    /// <summary>Moves the clock on, stopping for all that falls due on the way.</summary>
    public async Task MoveToAsync(DateTimeOffset to)
    {
        await WakeAsync();
        var index = Services.GetRequiredService<IReviewIndex>();
        while ((await index.FiguresAsync(Clock.GetUtcNow(), CancellationToken.None)).NextWake is { } next && next <= to)
        {
            Clock.MoveTo(next > Clock.GetUtcNow() ? next : Clock.GetUtcNow());
            await WakeAsync();
        }

        Clock.MoveTo(to);
    }

    // The database is open while it is read.
    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
