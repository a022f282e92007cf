namespace Workflows.Infra.Tests;

/// <summary>The templates hang together. Whether Azure knows every property is for the Bicep compiler to say.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> All => [.. Templates.Names];

    public static TheoryData<string> ParameterFiles => [.. Templates.ParameterFiles];

    [Fact]
    public void The_installation_is_made_of_modules_that_exist()
    {
        Assert.NotEmpty(Templates.Main.Modules);
        Assert.All(Templates.Main.Modules, module => Assert.True(File.Exists(module.Path), module.Path));
    }

    [Fact]
    public void Every_module_is_used()
    {
        var used = from name in Templates.Names
                   from module in Templates.Open(name).Modules
                   select Path.GetRelativePath(Templates.Infra, module.Path).Replace('\\', '/');
        Assert.Equal(
            Templates.Names.Where(name => name.StartsWith("modules/", StringComparison.Ordinal)),
            used.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_module_is_given_every_parameter_that_it_needs_and_none_that_it_has_not(string name) =>
        Assert.All(Templates.Open(name).Modules, module =>
        {
            var parameters = new BicepFile(module.Path).Parameters;
            Assert.Empty(parameters.Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(module.Given));
            Assert.Empty(module.Given.Except(parameters.Keys));
        });

    [Theory]
    [MemberData(nameof(All))]
    public void Outputs_that_are_used_exist(string name)
    {
        var file = Templates.Open(name);
        var modules = file.Modules.ToDictionary(module => module.Name, module => new BicepFile(module.Path).Outputs);
        Assert.All(file.OutputsUsed, used => Assert.Contains(used.Output, modules[used.Module]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_declared_that_is_not_used(string name)
    {
        var file = Templates.Open(name);
        Assert.All(file.Parameters.Keys.Concat(file.Variables), declared => Assert.True(file.Uses(declared) > 0, declared));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void A_parameter_file_sets_what_is_needed_and_nothing_else(string name)
    {
        var given = Templates.Open(name).Settings;
        var parameters = Templates.Main.Parameters;
        Assert.Empty(parameters.Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(given));
        Assert.Empty(given.Except(parameters.Keys));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_parameter_and_output_says_what_it_is(string name)
    {
        var lines = Templates.Open(name).Text.Split('\n');
        Assert.Empty(lines
            .Where((line, at) => (line.StartsWith("param ", StringComparison.Ordinal) || line.StartsWith("output ", StringComparison.Ordinal))
                && !lines[..at].Reverse().TakeWhile(before => before.StartsWith('@')).Any(before => before.StartsWith("@description(", StringComparison.Ordinal))));
    }
}
