using Workflows.Process.Definitions;

namespace Workflows.Process.Learning;

/// <summary>
/// The quality markers of SCIE and the NSPCC, at which stages they serve, and what good reports have in common: prompts from
/// a data file, never gates.
/// </summary>
public sealed record QualityMarkers
{
    /// <summary>The markers as they ship.</summary>
    public static QualityMarkers Current => QualityMarkersFile.Latest;

    /// <summary>Version, for example <c>2026.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Roles that answer markers.</summary>
    public required IReadOnlyList<string> Assurers { get; init; }

    /// <summary>Roles of reviewers: nobody who did their work answers markers.</summary>
    public required IReadOnlyList<string> Reviewers { get; init; }

    /// <summary>The markers, in their order.</summary>
    public required IReadOnlyList<QualityPrompt> Markers { get; init; }

    /// <summary>What good reports have in common.</summary>
    public required IReadOnlyList<QualityPrompt> Indicators { get; init; }

    /// <summary>By process and stage: identifiers of the markers that serve there.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Stages { get; init; }

    /// <summary>The stages of a process at which a marker serves, in their order; empty where it does not.</summary>
    /// <param name="definition">The process.</param>
    /// <param name="marker">Identifier of the marker.</param>
    public IReadOnlyList<StageDefinition> StagesOf(ProcessDefinition definition, string marker)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Stages.TryGetValue(definition.Id, out var stages)
            ? [.. definition.Stages.Where(stage => stages.GetValueOrDefault(stage.Id)?.Contains(marker) is true)] : [];
    }

    /// <summary>The markers that serve in a process, in their order.</summary>
    /// <param name="definition">The process.</param>
    public IReadOnlyList<QualityPrompt> Of(ProcessDefinition definition) =>
        [.. Markers.Where(marker => StagesOf(definition, marker.Id).Count > 0)];

    /// <summary>The roles that answer markers in a process.</summary>
    /// <param name="definition">The process.</param>
    public IReadOnlyList<string> AssurersOf(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var named = Assurers.Where(definition.Roles.ContainsKey).ToList();
        return named.Count > 0 ? named : definition.OpenedBy;
    }
}

/// <summary>A quality marker or an indicator: questions for whoever judges the work.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Phase"><c>set-up</c>, <c>running</c> or <c>outputs</c>; empty for an indicator.</param>
/// <param name="Prompts">The questions.</param>
/// <param name="Cite">Source.</param>
/// <param name="Checked">How it was checked.</param>
public sealed record QualityPrompt(
    string Id, int Number, string Title, string Phase, IReadOnlyList<string> Prompts, string Cite, CheckedMark Checked);
