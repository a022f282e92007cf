using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Definitions.Reading;
using Workflows.Process.Learning;

namespace Workflows.Process.Tests.Learning;

/// <summary>The data files beside the definitions: what ships can be used, and limits keep the version they began under.</summary>
public sealed class LearningFilesTests
{
    // Limits that run keep the version they began under: a released file is not edited; a new version is a new file.
    private static readonly Dictionary<string, string> s_released = new()
    {
        ["recommendations@2026.1.yaml"] = "1acc4ae4c8ab1e91e76cc279297ff6b714d2fe07d0fa0e763847aeef7f35c7a0",
    };

    [Fact]
    public void A_released_file_of_rules_is_never_edited()
    {
        var files = ShippedFiles.Named("recommendations@").ToDictionary(file => file.Name, file => HashOf(file.Text));
        Assert.Equal(s_released.Order(), files.Order());
    }

    [Fact]
    public void Every_limit_has_its_source_its_mark_and_a_ladder_that_goes_up()
    {
        Assert.Equal(Enum.GetValues<LimitKind>(), LearningRules.Current.Limits.Keys.Order());
        Assert.All(LearningRules.Current.Limits.Values, limit =>
        {
            Assert.NotEmpty(limit.Cite);
            Assert.Contains(limit.Ladder.Rungs, rung => rung.Escalates);
            Assert.Contains(limit.Ladder.Rungs, rung => !rung.Escalates);
        });
        Assert.NotNull(LearningRules.Current.Limits[LimitKind.Response].Within);
    }

    [Theory]
    [InlineData("limits:", "limitz:", "limitz")]
    [InlineData("remind: [owner]", "remind: [panel]", "panel")]
    [InlineData("force: local", "force: weak", "weak")]
    [InlineData("ladder: owed", "ladder: rope", "rope")]
    public void What_is_wrong_in_a_file_is_named_with_its_line(string right, string wrong, string named)
    {
        var problems = new ProblemLog("rules.yaml");
        LearningRulesFile.Read(ShippedFiles.Named("recommendations@").Single().Text.Replace(right, wrong, StringComparison.Ordinal), problems);
        Assert.Contains(problems.InOrder(), problem => problem.ToString().Contains(named, StringComparison.Ordinal) && problem.Line > 1);
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
