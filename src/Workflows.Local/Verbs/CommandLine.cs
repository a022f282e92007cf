using System.CommandLine;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Sqlite;

namespace Workflows.Local.Verbs;

/// <summary>The program's verbs. Without one it serves.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its end.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where problems go.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("Ask for --help to see what there is.");
            return ExitCode.Usage;
        }

        var run = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // The host has its own way of stopping, which finishes what is being written.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(run);
        }
        catch (VerbException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return problem.ExitCode;
        }
        catch (Exception problem) when (IsTold(problem))
        {
            await error.WriteLineAsync(problem.Message);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Carries reviews of serious child safeguarding cases through their statutory stages. Without a verb it serves.");
        new ServeVerb().AddTo(root);
        Command[] verbs =
        [
            new ServeVerb().Make(), SimulateVerb.Make(), CalendarVerb.Make(), CheckVerb.Make(), ScreenVerb.Make(), VerifyVerb.Make(), ExportVerb.Make(),
            BackupVerb.Make(), ImportVerb.Make(),
        ];
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }

    // These say in their own words what is wrong and what to do.
    private static bool IsTold(Exception problem) => problem
        is IOException or UnauthorizedAccessException or NewerStoreException or DamagedStoreException
        or CalendarRangeException or CalendarFileException or DirectoryFileException;
}
