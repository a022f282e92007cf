namespace Workflows.Cloud.Settings;

/// <summary>Settings are missing or wrong. The message names every one of them, and repeats no value.</summary>
/// <param name="faults">What is wrong, one line each, beginning with the setting's name.</param>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(
    $"The host cannot start: {faults.Count} setting{(faults.Count == 1 ? " is" : "s are")} missing or wrong.\n"
    + string.Join('\n', faults.Select(fault => $"  - {fault}")))
{
    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
