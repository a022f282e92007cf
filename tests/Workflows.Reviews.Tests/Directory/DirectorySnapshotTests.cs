using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Directory;

public class DirectorySnapshotTests
{
    private static readonly DateOnly Ordinary = new(2026, 6, 1);
    private static readonly DateOnly AnnIsAway = new(2026, 8, 4);
    private static readonly DateOnly BothAreAway = new(2026, 8, 10);
    private readonly DirectorySnapshot _directory = Samples.Read(Samples.TwoAreas);

    [Fact]
    public void A_person_acts_in_their_own_roles_in_their_own_partnership()
    {
        Assert.Equal(["business-manager", "authority-partner"], _directory.RolesOf("ann", "north", Ordinary));
        Assert.Empty(_directory.RolesOf("ann", "south", Ordinary));
        Assert.Empty(_directory.RolesOf("nobody", "north", Ordinary));
    }

    [Fact]
    public void A_national_role_holds_in_every_partnership_even_one_that_left_the_directory()
    {
        Assert.All(["north", "south", "gone"], area => Assert.Equal(["panel-officer"], _directory.RolesOf("officer", area, Ordinary)));
        Assert.Empty(_directory.RolesOf("ann", "gone", Ordinary));
        Assert.Equal(["panel", "panel-officer"], _directory.RosterOf("gone", Ordinary).Holders.Keys.Order());
    }

    [Fact]
    public void One_who_works_in_several_areas_holds_the_role_in_each()
    {
        Assert.Equal(["police-partner"], _directory.RolesOf("cat", "south", Ordinary));
        Assert.Equal(["cat"], _directory.RosterOf("south", Ordinary).Holders["police-partner"]);
    }

    [Fact]
    public void A_deputy_acts_and_is_written_to_only_while_the_person_is_absent()
    {
        Assert.Equal(["agency-lead", "business-manager", "authority-partner"], _directory.RolesOf("bob", "north", AnnIsAway));
        Assert.Equal(["bob"], _directory.RosterOf("north", AnnIsAway).Holders["business-manager"]);
        Assert.Equal(["agency-lead"], _directory.RolesOf("bob", "north", Ordinary));
        Assert.Equal(["ann"], _directory.RosterOf("north", Ordinary).Holders["business-manager"]);
    }

    [Fact]
    public void An_absence_includes_its_first_and_last_day()
    {
        Assert.All([3, 14], day => Assert.Equal(["bob"], _directory.RosterOf("north", new(2026, 8, day)).Holders["business-manager"]));
        Assert.All([2, 15], day => Assert.Equal(["ann"], _directory.RosterOf("north", new(2026, 8, day)).Holders["business-manager"]));
    }

    [Fact]
    public void An_absent_person_may_still_act() =>
        Assert.Equal(["business-manager", "authority-partner"], _directory.RolesOf("ann", "north", AnnIsAway));

    [Fact]
    public void Where_the_deputy_is_absent_too_the_holder_is_written_to_after_all()
    {
        Assert.Equal(["ann"], _directory.RosterOf("north", BothAreAway).Holders["business-manager"]);
        Assert.Equal(["agency-lead"], _directory.RolesOf("bob", "north", BothAreAway));
    }

    [Fact]
    public void Whoever_answers_for_an_agency_is_found_by_its_name_in_small_letters()
    {
        var holders = _directory.RosterOf("north", Ordinary).Holders;
        Assert.Equal(["bob"], holders["agency-lead/youth work"]);
        Assert.Equal(["dan"], holders["agency-lead/health"]);
        Assert.Equal(["bob", "dan"], holders["agency-lead"]);
        Assert.Equal(["ann"], _directory.RosterOf("north", BothAreAway.AddDays(5)).Holders["business-manager"]);
    }

    [Fact]
    public void A_body_is_written_to_under_its_own_identifier()
    {
        Assert.Equal(["panel"], _directory.RosterOf("south", Ordinary).Holders["panel"]);
        Assert.Equal("post@panel.example", _directory.AddressOf("panel"));
        Assert.Equal("ann@north.example", _directory.AddressOf("ann"));
        Assert.Null(_directory.AddressOf("business-manager"));
        Assert.Equal("The Panel", _directory.NameOf("panel"));
    }

    [Fact]
    public void Delay_notices_wait_where_the_partnership_chose_so()
    {
        Assert.True(_directory.RosterOf("north", Ordinary).EscalationsAreHeld);
        Assert.False(_directory.RosterOf("south", Ordinary).EscalationsAreHeld);
        Assert.False(_directory.RosterOf("gone", Ordinary).EscalationsAreHeld);
    }

    [Fact]
    public void A_partnerships_choices_are_its_own()
    {
        Assert.Equal("2", _directory.SettingsOf("north")["signOffQuorum"]);
        Assert.Empty(_directory.SettingsOf("south"));
        Assert.Empty(_directory.SettingsOf("gone"));
    }

    [Fact]
    public void The_same_day_is_answered_from_what_was_worked_out_before_and_another_day_is_not()
    {
        var first = _directory.RosterOf("north", Ordinary);
        Assert.Same(first, _directory.RosterOf("north", Ordinary));
        Assert.Equal(["bob"], _directory.RosterOf("north", AnnIsAway).Holders["business-manager"]);
        Assert.Equal(["ann"], _directory.RosterOf("north", Ordinary).Holders["business-manager"]);
    }
}
