using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Definitions;

namespace Workflows.Process.Tests.Decisions;

/// <summary>What is published without anybody's saying so, by an approval's last voice, is held by the same as what a person publishes.</summary>
public sealed class HeldPublicationTests
{
    private const string About = "        about: report\n";

    private static readonly ProcessDefinition Definition = DefinitionReader.Read(
        Samples.Small.Replace(About, $"{About}        publishes: {{ document: report, as: in-full }}\n", StringComparison.Ordinal), "small.yaml").Definition!;

    [Fact]
    public void An_approval_that_publishes_waits_until_a_comment_has_its_answer()
    {
        var review = new ReviewDriver(Definition, LondonTime.At(new DateOnly(2026, 2, 2), new TimeOnly(9, 0)));
        review.Open();
        review.SendLetters();
        review.UntilOffered("agreement-on-it");
        review.Do(new RecordComment("panel", "Say more of the second visit.", review.Today), ReviewDriver.As("manager"));
        foreach (var role in new[] { "partner-one", "partner-two" })
        {
            review.Do(new GiveApproval("agreement-on-it", Approve: true, Reason: null), ReviewDriver.As(role));
        }

        review.SendLetters();
        Assert.Empty(review.Events<DocumentPublished>());
        Assert.Equal(ItemStatus.Open, review.State.Items["agreement-on-it"].Status);

        review.TakeOne("comment-1");
        Assert.Single(review.Events<DocumentPublished>());
    }
}
