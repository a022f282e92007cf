using Workflows.Cloud.Turns;

namespace Workflows.Cloud.Tests.Turns;

/// <summary>Steps of a turn that follow a script, and note what was done.</summary>
internal sealed class ScriptedSteps(WakeAnswer? answer, int tellings = 0, bool toldInWait = false) : ITurnSteps
{
    private int _tellings = tellings;

    public List<string> Done { get; } = [];

    public TimeSpan? Waited { get; private set; }

    public TurnMemory? Next { get; private set; }

    public Task<WakeAnswer?> WakeAsync()
    {
        Done.Add("wake");
        return Task.FromResult(answer);
    }

    public bool TakeChanges() => Interlocked.Exchange(ref _tellings, 0) > 0;

    public Task WaitAsync(TimeSpan wait)
    {
        Done.Add("wait");
        Waited = wait;
        _tellings += toldInWait ? 1 : 0;
        return Task.CompletedTask;
    }

    public void Again(TurnMemory memory)
    {
        Done.Add("again");
        Next = memory;
    }
}
