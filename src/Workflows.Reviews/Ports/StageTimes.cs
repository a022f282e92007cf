namespace Workflows.Reviews.Ports;

/// <summary>How the time limits of a stage's work were kept in one review, of those that have ended.</summary>
/// <param name="Stage">Identifier of the stage; empty for work alongside all stages.</param>
/// <param name="InTime">Met on their day or before.</param>
/// <param name="Late">Met after it.</param>
public sealed record StageTimes(string Stage, int InTime, int Late);

/// <summary>The same over many reviews of one process.</summary>
/// <param name="Process">Identifier of the process.</param>
/// <param name="Stage">Identifier of the stage; empty for work alongside all stages.</param>
/// <param name="InTime">Met on their day or before.</param>
/// <param name="Late">Met after it.</param>
public sealed record ProcessTimes(string Process, string Stage, int InTime, int Late);
