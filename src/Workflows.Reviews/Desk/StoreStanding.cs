using Workflows.Reviews.Health;

namespace Workflows.Reviews.Desk;

/// <summary>Whether the store took what was to be recorded when this process last gave it something.</summary>
/// <param name="clock">The clock; only how much time passes is asked of it.</param>
public sealed class StoreStanding(TimeProvider clock) : LastFound(clock);
