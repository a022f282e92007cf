namespace Workflows.Reviews.Directory;

/// <summary>Something in a directory file that cannot be used as it stands. It may repeat what the file says.</summary>
/// <param name="File">The file's name, as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong, in one sentence with its full stop.</param>
/// <param name="Remedy">What to do about it, in one sentence with its full stop.</param>
public sealed record DirectoryProblem(string File, int Line, string What, string Remedy)
{
    /// <summary>As it is printed, in the manner of compilers: <c>file:line: what remedy</c>.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{File}:{Line}: {What} {Remedy}";
}

/// <summary>The directory file cannot be used, and there is none to fall back on. The message lists every problem.</summary>
public sealed class DirectoryFileException : Exception
{
    internal DirectoryFileException(IReadOnlyList<DirectoryProblem> problems)
        : base("The directory of partnerships cannot be used:" + string.Concat(problems.Select(problem => Environment.NewLine + problem))) =>
        Problems = problems;

    /// <summary>Every problem found, in the order of the file, at most 200.</summary>
    public IReadOnlyList<DirectoryProblem> Problems { get; }
}
