using Microsoft.DurableTask;
using Workflows.Cloud.Turns;

namespace Workflows.Functions;

/// <summary>The steps of a turn, kept in the orchestration's history.</summary>
/// <param name="context">The orchestration.</param>
internal sealed class DurableTurnSteps(TaskOrchestrationContext context) : ITurnSteps
{
    // At most one waits at a time: of several, the engine would give a telling to the last.
    private Task<object?>? _telling;

    public async Task<WakeAnswer?> WakeAsync()
    {
        // When this turn began, for the watchdog: what the engine itself keeps moves with every telling.
        context.SetCustomStatus(context.CurrentUtcDateTime);
        try
        {
            return await context.CallActivityAsync<WakeAnswer>(WakeFunction.Name, context.InstanceId);
        }
        catch (TaskFailedException)
        {
            // Logged and counted where it failed.
            return null;
        }
    }

    public bool TakeChanges()
    {
        var taken = false;
        while (Telling().IsCompleted)
        {
            taken = true;
            _telling = null;
        }

        return taken;
    }

    public async Task WaitAsync(TimeSpan wait)
    {
        using var unneeded = new CancellationTokenSource();
        var timer = context.CreateTimer(context.CurrentUtcDateTime + wait, unneeded.Token);
        if (await Task.WhenAny(timer, Telling()) != timer)
        {
            // Not awaited: an orchestration runs on one thread, and what is cancelled is a note in its history.
            unneeded.Cancel();
        }
    }

    public void Again(TurnMemory memory) => context.ContinueAsNew(memory);

    private Task<object?> Telling() => _telling ??= context.WaitForExternalEvent<object?>(ReviewOrchestration.Changed);
}
