namespace Workflows.Local.Verbs;

/// <summary>Reads files that a person named, with a limit on their size.</summary>
internal static class TextFile
{
    /// <summary>The file's text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostBytes">Most bytes that it may have.</param>
    /// <exception cref="VerbException">It is missing, larger, or cannot be read.</exception>
    public static string Read(FileInfo file, long mostBytes)
    {
        if (!file.Exists)
        {
            throw new VerbException(ExitCode.Failed, $"There is no file {file.FullName}.");
        }

        return file.Length <= mostBytes
            ? File.ReadAllText(file.FullName)
            : throw new VerbException(ExitCode.Failed, $"The file {file.FullName} is larger than {mostBytes / 1024} KB.");
    }
}
