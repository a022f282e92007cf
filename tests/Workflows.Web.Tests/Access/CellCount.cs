using System.Collections.Concurrent;
using Workflows.Durability.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>How many cells of steps were tried and agree with the role table, told on one line.</summary>
public sealed class CellCount : IDisposable
{
    private readonly ConcurrentQueue<(string Process, int Steps, int Cells)> _agree = [];

    /// <summary>Notes those of a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="cells">How many cells.</param>
    public void Agree(string process, int steps, int cells) => _agree.Enqueue((process, steps, cells));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_agree.IsEmpty)
        {
            Counts.Tell($"Access: {_agree.Sum(each => each.Cells)} cells of {_agree.Sum(each => each.Steps)} steps of {_agree.Count} processes, {RolePeople.All.Count} people each, agree with the role table and the definitions.");
        }
    }
}
