using Workflows.Durability.Tests.Trap;

namespace Workflows.Durability.Tests.Crash;

/// <summary>The real program on one folder, in a trap; started again however often it dies.</summary>
internal sealed class TrappedProgram : IAsyncDisposable
{
    private readonly string _data;
    private readonly string[] _more;

    // Kept to the end: whoever still waits for an answer of a run that has died is told so, and asks the next one.
    private readonly List<DemoClient> _clients = [];
    private LocalProgram? _program;

    public TrappedProgram(string folder, params string[] more)
    {
        _data = Path.Combine(folder, "data");
        _more = more;
        Directory.CreateDirectory(folder);
        Trap = new TrapControl(Path.Combine(folder, "trap"), _data);
    }

    public TrapControl Trap { get; }

    public string Data => _data;

    public Cast Cast { get; private set; } = null!;

    public bool HasDied => _program!.HasEnded;

    public string Error => _program!.Error;

    /// <summary>Starts it; false where it ended before it was ready.</summary>
    public async Task<bool> TryStartAsync()
    {
        await EndAsync();
        _program = LocalProgram.RunIn(Trap.Environment, ["serve", "--urls", "http://127.0.0.1:0", "--data", _data, .. _more]);
        try
        {
            _clients.Add(new DemoClient(await _program.ReadyAsync()));
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        if (Cast is null)
        {
            Cast = new Cast(_clients[^1]);
            await Cast.GatherAsync();
        }
        else
        {
            Cast.GoTo(_clients[^1]);
        }

        return true;
    }

    /// <summary>Starts it, with nothing in its way.</summary>
    public async Task StartAsync()
    {
        Trap.Disarm();
        Assert.True(await TryStartAsync(), $"It did not start.\n{_program?.Output}\n{_program?.Error}");
    }

    /// <summary>Waits until it has died.</summary>
    public Task DeathAsync() => _program!.EndAsync();

    public async Task StopAsync()
    {
        Trap.Disarm();
        Assert.Equal(0, await _program!.StopAsync());
    }

    public Task KillAsync() => _program!.KillAsync();

    /// <summary>Runs a verb on the folder, in a process of its own.</summary>
    public async Task<(int Code, string Output)> VerbAsync(string verb)
    {
        await using var run = LocalProgram.Run(verb, _data);
        var code = await run.EndAsync();
        return (code, run.Output + run.Error);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _clients.ForEach(client => client.Dispose());
        Trap.Dispose();
    }

    private async Task EndAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
    }
}
