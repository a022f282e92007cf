namespace Workflows.Local.Verbs;

/// <summary>Ends a verb with a message for the person at the console.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">What is wrong and what to do, in plain words.</param>
internal sealed class VerbException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="Verbs.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
