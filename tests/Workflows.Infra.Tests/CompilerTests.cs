using System.Diagnostics;
using System.Reflection;

namespace Workflows.Infra.Tests;

/// <summary>
/// Bicep's own compiler, with the resource types that Azure publishes: every resource, version and property is known to it, and no rule of
/// <c>bicepconfig.json</c> is broken. Warnings fail as errors do.
/// </summary>
public sealed class CompilerTests
{
    private static readonly string s_compiler = typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BicepCompiler").Value!;

    public static TheoryData<string> ParameterFiles => [.. Templates.ParameterFiles];

    public static TheoryData<string> All => [.. Templates.Names];

    [Fact]
    public async Task The_templates_compile_without_a_warning() => Assert.Empty(await SaidAsync("build", "main.bicep"));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task A_parameter_file_fits_the_templates(string name) => Assert.Empty(await SaidAsync("build-params", name));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_file_stands_as_the_formatter_would_set_it(string name) =>
        Assert.Equal(Templates.Open(name).Text, (await RunAsync("format", name)).Written.ReplaceLineEndings("\n"));

    private static async Task<string> SaidAsync(string verb, string file)
    {
        var (code, _, said) = await RunAsync(verb, file);
        return code == 0 ? said : $"ended with {code}: {said}";
    }

    private static async Task<(int Code, string Written, string Said)> RunAsync(string verb, string file)
    {
        var start = new ProcessStartInfo(s_compiler, [verb, file, "--stdout"])
        {
            WorkingDirectory = Templates.Infra, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var compiler = Process.Start(start)!;
        var said = compiler.StandardError.ReadToEndAsync();
        var written = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        return (compiler.ExitCode, written, (await said).Trim());
    }
}
