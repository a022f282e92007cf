using System.CommandLine;
using Workflows.Process.Definitions;

namespace Workflows.Local.Verbs;

/// <summary>Checks process definitions, and says file, line and remedy of whatever is wrong.</summary>
internal static class CheckVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("file")
        {
            Description = "Definition files in YAML.",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command("check", "Checks process definitions.") { files };
        verb.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var problems = parsed.GetRequiredValue(files).Sum(file => Check(file, output));
            return problems == 0 ? ExitCode.Done : ExitCode.Found;
        });
        return verb;
    }

    private static int Check(FileInfo file, TextWriter output)
    {
        var reading = DefinitionReader.Read(TextFile.Read(file, DefinitionReader.MaximumBytes), file.Name);
        foreach (var problem in reading.Problems)
        {
            output.WriteLine(problem);
        }

        if (reading.Definition is { } definition)
        {
            output.WriteLine(
                $"{file.Name}: {definition.Key}, {definition.Title}: {definition.Stages.Count} stages, "
                + $"{definition.Items.Count()} items, {definition.AllDeadlines.Count()} deadlines, hash {definition.Hash[..12]}. No problems.");
        }

        return reading.Problems.Count;
    }
}
