using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

public sealed class DefinitionRefusalTests
{
    public static TheoryData<Refusal> Refusals => [.. Refusal.All];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void One_mistake_gives_one_problem_with_its_line_and_remedy(Refusal refusal)
    {
        var reading = DefinitionReader.Read(refusal.Text, "small.yaml");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal($"small.yaml:{refusal.Line}: {refusal.Message}", problem.ToString());
        Assert.False(reading.IsUsable);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_named_at_once_in_the_order_of_the_file()
    {
        var text = Samples.Small.Replace("default: heard", "default: herd").Replace("go: second", "go: secnd")
            .Replace("force: local", "force: lokal");

        var problems = DefinitionReader.Read(text, "small.yaml").Problems;

        Assert.Equal(["'herd'", "'secnd'", "'lokal'"], problems.Select(problem => problem.What.Split(' ')[^1].TrimEnd('.')));
        Assert.Equal(problems.OrderBy(problem => problem.Line), problems);
    }

    [Fact]
    public void Gates_that_wait_for_each_other_are_both_named()
    {
        var text = Samples.Small
            .Replace("        after: [telling, { item: part, orDue: true }]\n", "        notBefore: { after: 1 day, of: part.on }\n")
            .Replace("        unfinished: gap\n", "        notBefore: { after: 1 day, of: report.on }\n");

        var problems = DefinitionReader.Read(text, "small.yaml").Problems;

        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Contains("can never become known", problem.What));
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_without_being_read()
    {
        var text = Samples.Small + new string('#', DefinitionReader.MaximumBytes);
        Assert.Contains("larger than 262144 bytes", Assert.Single(DefinitionReader.Read(text, "small.yaml").Problems).What);
    }

    [Fact]
    public void Too_many_items_are_refused()
    {
        var notices = string.Concat(Enumerable.Range(0, DefinitionReader.MaximumItems / 2 - 4)
            .Select(index => $"  - {{ notice: n{index}x, title: N, to: [panel], says: S }}\n"));
        var more = notices.Replace("alongside", "").Replace("n", "m").Replace("motice", "notice").Replace("pamel", "panel");
        var text = Samples.Small.Replace("alongside:\n", "alongside:\n" + notices)
            .Replace("    items:\n      - task: telling", "    items:\n" + more.Replace("  - ", "      - ") + "      - task: telling");

        Assert.Contains("more than 500 items", Assert.Single(DefinitionReader.Read(text, "small.yaml").Problems).What);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    [InlineData("just text")]
    [InlineData("- a\n- list")]
    [InlineData("\u0000")]
    [InlineData("{")]
    [InlineData("\"\\uD800\": 1")]
    public void What_is_no_definition_at_all_is_refused(string text) =>
        Assert.NotEmpty(DefinitionReader.Read(text, "x.yaml").Problems);
}
