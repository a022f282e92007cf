using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>A proposal to move the review to a newer version of its process, which waits for somebody's agreement.</summary>
/// <param name="Id">Identifier in this review.</param>
/// <param name="Version">The newer version.</param>
/// <param name="Hash">Content hash of its definition.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Facts">Answers that come with it, in canonical form.</param>
public sealed record MoveState(
    string Id, string Version, string Hash, Actor By, DateTimeOffset At, string Reason, ImmutableDictionary<string, string> Facts);
