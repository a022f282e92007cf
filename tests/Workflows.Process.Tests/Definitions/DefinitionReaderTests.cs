using Workflows.Process.Calendar;
using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    private readonly ProcessDefinition _small = Samples.Read(Samples.Small);

    [Fact]
    public void Groups_are_spelled_out_into_roles_wherever_they_stand()
    {
        Assert.Equal(["partner-one", "partner-two"], Item<ApprovalDefinition>("agreement-on-it").By);
        Assert.Equal(["panel", "partner-one", "partner-two"], Item<NoticeDefinition>("told").To);
        Assert.Equal(["partner-one", "partner-two"], _small.Ladders["strict"].Rungs[3].Recipients);
    }

    [Fact]
    public void The_deadline_of_an_item_bears_its_name_and_title_and_is_met_by_it()
    {
        var due = Item<TaskDefinition>("telling").Due!;
        Assert.Equal(("telling", "Tell them", "telling"), (due.Id, due.Title, Assert.Single(due.MetBy)));
        Assert.Equal(new Moment(Budget.WorkingDays(5), CountDirection.After, new Anchor(AnchorKind.Fact, "heardOn")), due.Due);
        Assert.Equal(Samples.Small.Split('\n').ToList().FindIndex(line => line.Contains("cite: Act 2")) + 1, due.Line);
    }

    [Fact]
    public void A_stage_without_then_leads_to_the_next_one_listed()
    {
        Assert.Equal("second", _small.Stages[0].Then);
        Assert.Null(_small.Stages[1].Then);
    }

    [Fact]
    public void Local_deadlines_can_be_extended_and_others_cannot()
    {
        Assert.True(_small.Deadlines[0].Extendable);
        Assert.False(Item<TaskDefinition>("telling").Due!.Extendable);
    }

    [Fact]
    public void The_hash_does_not_depend_on_line_ends()
    {
        var windows = Samples.Read("\uFEFF" + Samples.Small.ReplaceLineEndings("\r\n"));
        Assert.Equal(_small.Hash, windows.Hash);
        Assert.Matches("^[0-9a-f]{64}$", _small.Hash);
        Assert.NotEqual(_small.Hash, DefinitionReader.HashOf(Samples.Small + "\n"));
    }

    private T Item<T>(string id)
        where T : ItemDefinition => Assert.IsType<T>(_small.Items.Single(item => item.Id == id));
}
