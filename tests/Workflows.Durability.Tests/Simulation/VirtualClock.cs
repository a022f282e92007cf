namespace Workflows.Durability.Tests.Simulation;

/// <summary>Time as the simulation has it: it stands until it is moved, and goes forward only.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset to) => _now = to > _now ? to : _now;
}
