namespace Workflows.Reviews.Health;

/// <summary>Something about the service that may need a person. Health and the administration page ask every source that the host has.</summary>
public interface IHealthSource
{
    /// <summary>How it stands, without waiting long: what takes long is looked at beforehand.</summary>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop);
}

/// <summary>How much something needs a person.</summary>
public enum HealthLevel
{
    /// <summary>Nothing is to be done.</summary>
    Good,

    /// <summary>All works, and somebody should know of this.</summary>
    Note,

    /// <summary>Somebody must look.</summary>
    Look,
}

/// <summary>How one thing stands.</summary>
/// <param name="Code">What it is, for watchers: one lower-case word that stays.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Level">How much it needs a person.</param>
/// <param name="Stands">How it stands, in a sentence; nothing of a case.</param>
/// <param name="Repair">What to do where somebody must look.</param>
/// <param name="Says">What anybody may read where somebody must look: no review, no person, no number.</param>
public sealed record HealthSign(string Code, string Title, HealthLevel Level, string Stands, string Repair, string Says);
