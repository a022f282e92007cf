using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Writing;

/// <summary>Something to be written, and somebody who waits for the answer.</summary>
internal abstract class Write
{
    /// <summary>Does it, inside the transaction that it may share with others. It leaves nothing half done unless it throws.</summary>
    public abstract void Perform(Connection db);

    /// <summary>Answers, once the transaction is durable.</summary>
    public abstract void Succeed();

    /// <summary>Answers that nothing was written.</summary>
    public abstract void Fail(Exception why);
}

/// <inheritdoc cref="Write"/>
/// <param name="perform">What to do; its answer is given when it is durable.</param>
/// <param name="stop">Given up before it was its turn, it is not done at all.</param>
internal sealed class Write<T>(Func<Connection, T> perform, CancellationToken stop) : Write
{
    // Whoever waits goes on elsewhere: the writer's thread has the next transaction to do.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private bool _givenUp;

    public Task<T> Answer => _answer.Task;

    public override void Perform(Connection db)
    {
        _givenUp = stop.IsCancellationRequested;
        if (!_givenUp)
        {
            _result = perform(db);
        }
    }

    public override void Succeed()
    {
        if (_givenUp)
        {
            _answer.TrySetCanceled(stop);
        }
        else
        {
            _answer.TrySetResult(_result!);
        }
    }

    public override void Fail(Exception why) => _answer.TrySetException(why);
}
