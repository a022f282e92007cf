using Workflows.Trap;

/// <summary>What the runtime calls before the program's own beginning.</summary>
#pragma warning disable MA0047 // The runtime looks for it outside every namespace.
internal static class StartupHook
#pragma warning restore MA0047 // As above.
{
    /// <summary>Sets the trap, where the environment names one.</summary>
    public static void Initialize()
    {
        // Children of the program are not meant.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_TRAP") is { Length: > 0 } control
            && Environment.GetEnvironmentVariable("WORKFLOWS_TRAP_FOLDER") is { Length: > 0 } folder)
        {
            if (Environment.GetEnvironmentVariable("WORKFLOWS_TRAP_PICTURES") is { Length: > 0 } pictures)
            {
                Pictures.Begin(pictures, folder);
            }

            Snare.Set(control, folder);
        }
    }
}
