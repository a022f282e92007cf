using System.Diagnostics.CodeAnalysis;

namespace Workflows.Process.Definitions;

/// <summary>What came of reading a definition file: the definition, or everything that is wrong with it.</summary>
public sealed class DefinitionReading
{
    internal DefinitionReading(ProcessDefinition definition) => Definition = definition;

    internal DefinitionReading(IReadOnlyList<DefinitionProblem> problems) => Problems = problems;

    /// <summary>The definition, when the file can be used; null otherwise.</summary>
    public ProcessDefinition? Definition { get; }

    /// <summary>Every problem found, in the order of the file, at most 200; empty when the file can be used.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; } = [];

    /// <summary>Whether the file can be used.</summary>
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsUsable => Definition is not null;
}
