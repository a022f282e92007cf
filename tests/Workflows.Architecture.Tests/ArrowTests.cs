using System.Xml.Linq;

namespace Workflows.Architecture.Tests;

public sealed class ArrowTests
{
    [Fact]
    public void Project_files_draw_only_the_arrows_of_the_rooms() => Offenders.None(
        Rooms.Projects.SelectMany(file => Rooms.WrongArrows(Rooms.NameOf(file), XDocument.Parse(Repository.Read(file)))));

    [Fact]
    public void What_was_compiled_uses_only_what_its_room_may_use()
    {
        var rooms = Compiled.Rooms();
        Assert.True(rooms.Count >= 7, "The rooms were not built beside these tests.");
        Offenders.None(rooms.SelectMany(room => Rooms.WrongArrows(room.Name, room.References)));
    }

    [Fact]
    public void Every_room_stands_in_the_table() =>
        Offenders.None(Rooms.Projects.Select(Rooms.NameOf).Where(room => !Rooms.MayUse.ContainsKey(room)));

    [Fact]
    public void No_two_rooms_may_use_each_other() => Offenders.None(
        from room in Rooms.MayUse
        from other in room.Value
        where other == room.Key || Rooms.MayUse[other].Contains(room.Key)
        select $"{room.Key} ⇄ {other}");

    [Fact]
    public void What_a_used_room_may_use_may_be_used_through_it() => Offenders.None(
        from room in Rooms.MayUse
        from other in room.Value
        from further in Rooms.MayUse[other]
        where !room.Value.Contains(further)
        select $"{room.Key} → {other} → {further}");

    [Fact]
    public void An_arrow_the_wrong_way_is_named()
    {
        var project = XDocument.Parse(
            """<Project><ItemGroup><ProjectReference Include="..\Workflows.Web\Workflows.Web.csproj" /></ItemGroup></Project>""");
        Assert.Equal(["Workflows.Reviews → Workflows.Web"], Rooms.WrongArrows("Workflows.Reviews", project));
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = Repository.Read("Workflows.sln").Replace('\\', '/');
        Offenders.None(Repository.Projects.Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal)));
    }
}
