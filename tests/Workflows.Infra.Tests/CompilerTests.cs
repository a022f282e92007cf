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

    [Fact]
    public async Task The_templates_compile_without_a_warning() => Assert.Empty(await SaidAsync("build", "main.bicep"));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task A_parameter_file_fits_the_templates(string name) => Assert.Empty(await SaidAsync("build-params", name));

    private static async Task<string> SaidAsync(string verb, string file)
    {
        var start = new ProcessStartInfo(s_compiler, [verb, file, "--stdout"])
        {
            WorkingDirectory = Templates.Infra, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var compiler = Process.Start(start)!;
        var written = compiler.StandardOutput.ReadToEndAsync();
        var said = await compiler.StandardError.ReadToEndAsync();
        await Task.WhenAll(written, compiler.WaitForExitAsync());
        return compiler.ExitCode == 0 ? said.Trim() : $"ended with {compiler.ExitCode}: {said}";
    }
}
