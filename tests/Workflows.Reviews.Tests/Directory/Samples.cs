using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Directory;

/// <summary>Directories that the tests start from.</summary>
internal static class Samples
{
    /// <summary>Two partnerships; the police partner of one works in both, and two people of it stand in for each other.</summary>
    public const string TwoAreas = """
        bodies:
          panel: { name: The Panel, email: post@panel.example }
        people:
          - { user: officer, name: Officer, email: officer@panel.example, roles: [panel-officer] }
        partnerships:
          - id: north
            name: North
            escalation: confirm
            settings: { rapidReviewClock: authorityAware, signOffQuorum: "2" }
            people:
              - user: ann
                name: Ann
                email: ann@north.example
                roles: [business-manager, authority-partner]
                deputies: [bob]
                absences:
                  - { from: 2026-08-03, to: 2026-08-14 }
              - user: bob
                name: Bob
                email: bob@north.example
                roles: [agency-lead]
                agencies: [Education, Youth Work]
                deputies: [ann]
                absences:
                  - { from: 2026-08-10, to: 2026-08-10 }
              - { user: cat, name: Cat, email: cat@police.example, roles: [police-partner], alsoIn: [south] }
              - { user: dan, name: Dan, email: dan@north.example, roles: [agency-lead], agencies: [health] }
          - id: south
            name: South
            people:
              - { user: eve, name: Eve, email: eve@south.example, roles: [business-manager] }
        """;

    public static DirectorySnapshot Read(string text)
    {
        var reading = DirectoryReader.Read(text, "directory.yaml");
        Assert.True(reading.IsUsable, string.Join('\n', reading.Problems));
        return reading.Snapshot;
    }

    /// <summary>The text with one part of it replaced; the part must be there.</summary>
    public static string But(string old, string with)
    {
        Assert.Contains(old, TwoAreas, StringComparison.Ordinal);
        return TwoAreas.Replace(old, with, StringComparison.Ordinal);
    }
}
