using System.Security.Cryptography;
using Workflows.Functions.Drive.Around;
using Workflows.Functions.Drive.Client;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>A real functions host with all that it needs around it. It can be killed, and started again on what it left.</summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly HostCommand _command;
    private readonly Dictionary<string, string> _settings;
    private HostProcess? _process;

    private FunctionsHost(HostCommand command, Surroundings around)
    {
        (_command, Around) = (command, around);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = command.Address, Timeout = TimeSpan.FromMinutes(4),
        };
        Client = new ContractClient(Http, user => Task.FromResult(around.Tenant.TokenOf(user)));
        Letters = new LettersOf(Client, around);
        History = new HistoryTable(around.Hub);
        var key = RandomNumberGenerator.GetHexString(40);
        Orchestrations = new Orchestrations(Http, key);
        _settings = around.Settings(command.Address);
        HostKeys.Put(_settings, command.Logs, key);
    }

    public Surroundings Around { get; }

    public HttpClient Http { get; }

    public ContractClient Client { get; }

    public LettersOf Letters { get; }

    public Orchestrations Orchestrations { get; }

    public HistoryTable History { get; }

    /// <summary>Folder for what hosts say.</summary>
    public string Logs => _command.Logs;

    /// <summary>What the running process has said.</summary>
    public IEnumerable<string> Said => _process?.Said ?? [];

    public static async Task<FunctionsHost> StartAsync(HostCommand command)
    {
        var host = new FunctionsHost(command, await Surroundings.StartAsync());
        await host.StartAgainAsync();
        return host;
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    public Task StartAgainAsync()
    {
        Begin();
        return _process!.UntilHealthyAsync(Http);
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public void Begin() =>
        _process = new HostProcess(_command.Program, _command.Arguments, _settings, Path.Combine(_command.Logs, "host.log"));

    /// <summary>Starts a process with settings of somebody else's, at the same address. It ends when it is disposed of.</summary>
    public HostProcess Begin(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var all = new Dictionary<string, string>(settings) { ["AzureWebJobsSecretStorageType"] = "files" };
        return new HostProcess(_command.Program, _command.Arguments, all, Path.Combine(_command.Logs, "other.log"));
    }

    /// <summary>Starts a second process with other settings, and gives it as long as it needs to say what is wrong with them.</summary>
    /// <param name="change">Changes the settings.</param>
    /// <param name="isSaid">Whether it has been said.</param>
    /// <returns>What it said.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(Action<Dictionary<string, string>> change, Func<IEnumerable<string>, bool> isSaid)
    {
        var settings = new Dictionary<string, string>(_settings);
        change(settings);
        using var process = Begin(settings);
        await Patiently.UntilAsync(
            () => Task.FromResult(process.HasEnded || isSaid(process.Said)), TimeSpan.FromMinutes(3), "The host did not say what is wrong.");
        return [.. process.Said];
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        Http.Dispose();
        await Around.DisposeAsync();
    }
}

/// <summary>How a functions host is started.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Address">Where it will listen.</param>
/// <param name="Logs">Folder for what it says.</param>
internal sealed record HostCommand(string Program, IReadOnlyList<string> Arguments, Uri Address, string Logs);
