using Workflows.Process.Decisions;

namespace Workflows.Reviews.Desk;

/// <summary>An opening of a review.</summary>
/// <param name="Definition">The definition that was chosen for it.</param>
/// <param name="Command">What is opened.</param>
/// <param name="Key">Its key, or null.</param>
public sealed record Opening(Process.Definitions.ProcessDefinition Definition, OpenReview Command, CommandKey? Key);
