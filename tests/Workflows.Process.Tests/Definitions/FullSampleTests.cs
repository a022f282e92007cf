using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Tests.Definitions;

/// <summary>A definition that uses every key of the language is read as it was meant.</summary>
public sealed class FullSampleTests
{
    private readonly ProcessDefinition _full = Samples.Read(Samples.TextOf("full.yaml"));

    [Fact]
    public void The_head_is_read()
    {
        Assert.Equal(("full-sample", "3.2.1", "full-sample@3.2.1"), (_full.Id, _full.Version, _full.Key));
        Assert.Equal(new EffectiveDates(new(2020, 1, 1), new(2025, 12, 31), "heardOn"), _full.Effective);
        Assert.Equal(["manager", "partner-one", "partner-two", "partner-three"], _full.OpenedBy);
        Assert.Equal("Inspectorate", _full.Bodies["inspectorate"]);
        Assert.Equal((CheckedMark.Secondary, "Act 1"), (_full.Withdrawal!.Checked, _full.Withdrawal.Cite));
        Assert.Equal(["panel", "inspectorate"], _full.Withdrawal.Tells);
    }

    [Fact]
    public void Settings_stand_for_dates_or_for_numbers()
    {
        Assert.Equal("told", _full.Settings[0].Default);
        Assert.Equal(
            [new(AnchorKind.Fact, "heardOn"), new(AnchorKind.ItemDone, "telling"), new(AnchorKind.ReviewOpened, "")],
            _full.Settings[0].Options.Select(option => option.Anchor!));
        Assert.Equal(["all", "2"], _full.Settings[1].Options.Select(option => option.Id));
    }

    [Fact]
    public void Facts_of_every_type_are_read()
    {
        Assert.Equal(
            [FactType.Date, FactType.Date, FactType.Text, FactType.Choice, FactType.Boolean, FactType.Number],
            _full.Facts.Select(fact => fact.Type));
        var ended = _full.Facts[1];
        Assert.Equal((false, "today", "heardOn"), (ended.Required, ended.NotAfter, ended.NotBefore));
        Assert.Equal((true, true, 100), (_full.Facts[2].Required, _full.Facts[2].List, _full.Facts[2].Limit));
        Assert.Equal([new("large", "Large"), new("small", "Small")], _full.Facts[3].Options);
    }

    [Fact]
    public void Conditions_are_read_into_their_parts()
    {
        var part = Assert.IsType<AllOf>(Item("part").When);
        var kind = Assert.IsType<IsOneOf>(part.Parts[0]);
        Assert.Equal((new Subject(SubjectKind.Fact, "kind"), "large small"), (kind.Subject, string.Join(' ', kind.Values)));
        Assert.Equal(new Subject(SubjectKind.Setting, "clock"), Assert.IsType<IsOneOf>(part.Parts[1]).Subject);
        var hurry = Assert.IsType<AnyOf>(Item("hurry").When);
        Assert.Equal(["true"], Assert.IsType<IsOneOf>(hurry.Parts[0]).Values);
        Assert.Equal(
            new IsBetween(new Subject(SubjectKind.Fact, "heardOn"), new(2020, 6, 1), new(2020, 12, 31)),
            Assert.IsType<NotThat>(hurry.Parts[1]).Part);
        Assert.Equal(["2.5", "3"], Assert.IsType<IsOneOf>(hurry.Parts[2]).Values);
        var told = Assert.IsType<AllOf>(Item("told").When);
        Assert.Equal([SubjectKind.Outcome, SubjectKind.ItemStatus], told.Parts.Cast<IsOneOf>().Select(one => one.Subject.Kind));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        Assert.Equal(Unfinished.Wait, Item("telling").Unfinished);
        Assert.Equal(Unfinished.Gap, Item("looking").Unfinished);
        Assert.Equal(Unfinished.Drop, Item("notes").Unfinished);
        Assert.True(Item("consent").Request);
        Assert.False(Item("part").Request);
        Assert.Null(Item("second-consent").Due);
    }

    [Fact]
    public void Items_keep_what_is_said_of_them()
    {
        Assert.Equal([new("telling", false), new("part", true)], Item("report").After);
        Assert.Equal([new("report", false)], Item("consent").After);
        Assert.Equal(("toldOn", "In person.", true), (Item("telling").On, Item("telling").Help, Item("telling").Request));
        Assert.Equal("helpers", Item("part").Each);
        Assert.Equal(["report"], Item("publishing").NotBy);
        Assert.Equal(new PublicationDefinition("report", PublicationForm.Improvements), Item("publishing").Publishes);
        Assert.True(Item("taking-down").WithdrawsPublication);
        var repeat = Item("looking").Repeat!;
        Assert.Equal((new Budget(6, BudgetUnit.Weeks), "publishing"), (repeat.Every, Assert.Single(repeat.Until)));
        Assert.Equal("Order 3", Item("consent").Cite);
        Assert.Equal("We go on.", ((NoticeDefinition)Item("told")).Says);
    }

    [Fact]
    public void Approvals_and_decisions_keep_what_is_said_of_them()
    {
        var consent = (ApprovalDefinition)Item("consent");
        Assert.Equal((null, "agreement", "report"), (consent.Quorum, consent.QuorumSetting, consent.About));
        Assert.Equal(2, ((ApprovalDefinition)Item("second-consent")).Quorum);
        var way = (DecisionDefinition)Item("way");
        Assert.False(way.RationaleRequired);
        Assert.Equal((true, "second", "inspectorate"), (way.Outcomes[0].Usual, way.Outcomes[0].Go, Assert.Single(way.Outcomes[0].Tells)));
        Assert.Equal("report", Assert.Single(way.Outcomes[1].Reopens));
        var start = way.Outcomes[2].Start!;
        Assert.Equal((ReviewEnding.Withdrawn, "other-process", "referral"), (way.Outcomes[2].Close, start.Process, start.Link));
        Assert.Equal("decided", start.With["heardOn"]);
        Assert.Equal(["manager", "panel"], _full.LinkedEnding!.Tells);
    }

    [Fact]
    public void Deadlines_count_forward_and_back_from_every_kind_of_date()
    {
        Assert.Equal(
            [
                "whole: 1 year After settings.clock", "first-part: 6 months After first.opened",
                "telling: 5 working days After facts.heardOn", "part: 2 weeks After first.opened",
                "publishing: 1 month Before facts.endedOn", "looking: 3 days After looking.opened",
            ],
            _full.AllDeadlines.Select(deadline => $"{deadline.Id}: {deadline.Due.Budget} {deadline.Due.Direction} {deadline.Due.Anchor}"));
        Assert.Equal(["publishing"], _full.AllDeadlines.Where(deadline => deadline.Extendable).Select(deadline => deadline.Id));
        Assert.Equal("Part given", Item("part").Due!.Title);
        Assert.Equal("7 working days After way.on", $"{Item("publishing").NotBefore!.Budget} {Item("publishing").NotBefore!.Direction} {Item("publishing").NotBefore!.Anchor}");
        Assert.Equal(new Moment(new(1, BudgetUnit.Weeks), CountDirection.Before, new(AnchorKind.Fact, "publishOn")), ((WaitDefinition)Item("year")).Until);
    }

    [Fact]
    public void Ladders_are_read_rung_by_rung()
    {
        Assert.Equal(
            ["1: 3 working days Before x1", "2: 0 working days After x1", "3: 1 working day After x1 escalates", "4: 5 working days After x6"],
            _full.Ladders["strict"].Rungs.Select(rung => $"{rung.Number}: {rung.Budget} {rung.Direction} x{rung.Times}{(rung.Escalates ? " escalates" : "")}"));
        Assert.Equal([RungDefinition.Responsible], Assert.Single(_full.Ladders["gentle"].Rungs).Recipients);
    }

    [Fact]
    public void The_sample_uses_every_key_of_the_language()
    {
        var used = YamlJson.Keys(Samples.TextOf("full.yaml"));
        string[][] sections =
        [
            DefinitionKeys.Process, DefinitionKeys.Effective, DefinitionKeys.Withdrawal, DefinitionKeys.Setting, DefinitionKeys.SettingOption,
            DefinitionKeys.Fact, DefinitionKeys.Stage, DefinitionKeys.Rung, DefinitionKeys.Moment, DefinitionKeys.Predecessor, DefinitionKeys.Repeat,
            DefinitionKeys.Publishes, DefinitionKeys.Rejected, DefinitionKeys.Outcome, DefinitionKeys.Start, DefinitionKeys.LinkedEnding, DefinitionKeys.Deadline, [.. DefinitionKeys.AnyItem],
        ];
        Assert.Empty(sections.SelectMany(keys => keys).Except(used));
    }

    private ItemDefinition Item(string id) => _full.Items.Single(item => item.Id == id);
}
