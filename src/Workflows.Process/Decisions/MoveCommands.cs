namespace Workflows.Process.Decisions;

/// <summary>Proposes to move the review to a newer version of its process. Somebody else must agree.</summary>
/// <param name="Version">The newer version, for example <c>2026.1</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Facts">Answers that the newer version asks at opening and that are not known yet.</param>
public sealed record ProposeMove(string Version, string? Reason, IReadOnlyDictionary<string, FactInput> Facts) : ReviewCommand;
