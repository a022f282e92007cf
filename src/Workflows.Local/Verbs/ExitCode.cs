namespace Workflows.Local.Verbs;

/// <summary>What the program answers its caller with when it ends.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>It looked, and found something wrong.</summary>
    public const int Found = 1;

    /// <summary>What was asked cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>It could not do what was asked: a file, folder or port is not to be had.</summary>
    public const int Failed = 3;
}
