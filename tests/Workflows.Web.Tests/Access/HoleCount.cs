using System.Collections.Concurrent;
using Workflows.Durability.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>What the tests of one class planted and found, told on one line when they are over.</summary>
public sealed class HoleCount : IDisposable
{
    private readonly ConcurrentQueue<string> _found = [];

    /// <summary>Asserts that a hole was found at a cell.</summary>
    /// <param name="hole">The hole.</param>
    /// <param name="cell">What one of the cells must say.</param>
    /// <param name="wrong">The cells that disagree.</param>
    public void Found(string hole, string cell, IReadOnlyList<string> wrong)
    {
        Assert.True(wrong.Any(each => each.Contains(cell, StringComparison.Ordinal)), $"{hole} was not found at '{cell}', but at:\n{string.Join('\n', wrong)}");
        _found.Enqueue($"{hole} ({wrong.Count})");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_found.IsEmpty)
        {
            Counts.Tell($"Access: {_found.Count} times a planted hole was found, in so many cells: {string.Join(", ", _found.Order(StringComparer.Ordinal))}.");
        }
    }
}
