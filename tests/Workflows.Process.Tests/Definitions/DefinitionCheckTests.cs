using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

public sealed class DefinitionCheckTests
{
    [Fact]
    public void A_sound_file_is_summed_up_with_the_rules_that_a_person_must_still_check()
    {
        var check = DefinitionCheck.Of([("small.yaml", Samples.Small)]);

        Assert.Equal(0, check.ExitCode);
        Assert.StartsWith("small.yaml: small@2026.1 \"A small process\", 2 stages, 9 items, 3 deadlines, hash ", check.Lines[0]);
        Assert.Equal(2, check.Lines.Count(line => line.Contains("is marked unverified")));
        Assert.Equal("1 file, no problem.", check.Lines[^1]);
    }

    [Fact]
    public void Problems_of_every_file_are_listed_and_the_exit_code_says_so()
    {
        var check = DefinitionCheck.Of([("a.yaml", Samples.Small), ("b.yaml", Samples.Small.Replace("default: heard", "default: herd")), ("c.yaml", "")]);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("b.yaml:19: There is no option 'herd'. Write 'heard' if that is meant, or name one of the options.", check.Lines);
        Assert.Contains(check.Lines, line => line.StartsWith("c.yaml:1: ", StringComparison.Ordinal));
        Assert.Equal("3 files, 2 problems.", check.Lines[^1]);
    }

    [Fact]
    public void The_same_version_twice_is_a_problem()
    {
        var check = DefinitionCheck.Of([("a.yaml", Samples.Small), ("b.yaml", Samples.Small)]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("b.yaml:1: small@2026.1 is in a.yaml as well. Give one of them another version.", check.Lines);
    }

    [Fact]
    public void Versions_that_apply_on_the_same_dates_are_a_problem()
    {
        var other = Samples.Small.Replace("version: \"2026.1\"", "version: \"2026.2\"");
        var check = DefinitionCheck.Of([("a.yaml", Samples.Small), ("b.yaml", other)]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(check.Lines, line => line.StartsWith("b.yaml:1: small@2026.2 and small@2026.1 (a.yaml) apply on the same dates.", StringComparison.Ordinal));

        var ended = Samples.Small.Replace("from: 2026-01-01", "from: 2025-01-01, to: 2025-12-31");
        Assert.Equal(0, DefinitionCheck.Of([("a.yaml", ended), ("b.yaml", other)]).ExitCode);
    }

    [Fact]
    public void No_file_at_all_is_an_error_of_its_own() => Assert.Equal(2, DefinitionCheck.Of([]).ExitCode);
}
