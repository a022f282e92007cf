namespace Workflows.Process.Definitions;

/// <summary>Something in a definition file that cannot be used as it stands.</summary>
/// <param name="File">The file's name, as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="What">What is wrong, in one sentence with its full stop.</param>
/// <param name="Remedy">What to do about it, in one sentence with its full stop.</param>
public sealed record DefinitionProblem(string File, int Line, int Column, string What, string Remedy)
{
    /// <summary>As it is printed, in the manner of compilers: <c>file:line: what remedy</c>.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{File}:{Line}: {What} {Remedy}";
}
