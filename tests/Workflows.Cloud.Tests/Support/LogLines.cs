using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Workflows.Cloud.Tests.Support;

/// <summary>Keeps what was logged, as it reads.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Said { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Said.Enqueue(formatter(state, exception));

    public void Dispose()
    {
        // Nothing is held.
    }
}
