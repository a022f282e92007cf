using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Functions.Drive.Around;
using Workflows.Functions.Drive.Client;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>The one-machine host beside the functions host: on the same clock, with a mailbox of its own.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drive-local-").FullName;
    private readonly Surroundings _around;
    private readonly HttpClient _http;
    private readonly HostProcess _process;

    private LocalHost(Surroundings around, Uri address, string logs)
    {
        _around = around;
        _http = new HttpClient { BaseAddress = address };
        Client = new ContractClient(_http, TokenOfAsync);
        Letters = new LettersOf(Client, around);
        _process = new HostProcess(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Workflows.Local.dll"), "serve", "--urls", address.AbsoluteUri.TrimEnd('/'), "--data", _folder],
            around.MailSettings(),
            Path.Combine(logs, "local.log"));
    }

    public ContractClient Client { get; }

    public LettersOf Letters { get; }

    public static async Task<LocalHost> StartAsync(Uri address, string logs)
    {
        var host = new LocalHost(await Surroundings.StartAsync(), address, logs);
        await host._process.UntilHealthyAsync(host._http);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Dispose();
        _http.Dispose();
        await _around.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> TokenOfAsync(string user)
    {
        using var answer = await _http.PostAsJsonAsync("/demo/token", new { user });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
