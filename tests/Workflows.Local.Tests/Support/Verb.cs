using Workflows.Local.Verbs;

namespace Workflows.Local.Tests.Support;

/// <summary>A command line that was run in this process.</summary>
internal sealed record Verb(int Code, string Output, string Error)
{
    public static async Task<Verb> RunAsync(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, output, error);
        return new Verb(code, output.ToString(), error.ToString());
    }
}
