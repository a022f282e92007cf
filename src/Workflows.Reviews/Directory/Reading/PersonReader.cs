using Workflows.Process.Definitions.Reading;

namespace Workflows.Reviews.Directory.Reading;

/// <summary>Reads people, national ones and those of partnerships alike.</summary>
internal sealed class PersonReader(ProblemLog problems, Identifiers identifiers)
{
    private const int LongestUser = 100;
    private static readonly string[] Keys =
        ["user", "name", "email", "roles", "agencies", "alsoIn", "deputies", "absences"];

    /// <summary>How many have been read.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<Person> ReadAll(Section section, string? partnership)
    {
        var people = new List<Person>();
        foreach (var part in section.List("people", DirectoryReader.MaximumPeople))
        {
            Count++;
            if (Section.Open(part, "person", Keys, problems) is { } person)
            {
                people.Add(Read(person, partnership));
            }
        }

        return people;
    }

    private Person Read(Section section, string? partnership)
    {
        section.Required("roles");
        var person = new Person
        {
            User = User(section),
            Name = section.Text("name", 200),
            Email = Address.Read(section, problems),
            Roles = [.. section.Names("roles").Where(IsRole).Select(role => role.Text)],
            Partnership = partnership,
            AlsoIn = [.. section.Names("alsoIn").Select(id => id.Text)],
            Agencies = [.. section.Names("agencies").Select(agency => CanonicalText.OneLine(agency.Text, 200)).OfType<string>()],
            Deputies = [.. section.Names("deputies").Select(deputy => deputy.Text)],
            Absences = [.. section.List("absences").Select(Absence).OfType<Absence>()],
        };
        if (partnership is null && person.AlsoIn.Count > 0)
        {
            problems.Add(
                section.PlaceOf("alsoIn"), "A national person's roles hold in every partnership.",
                "Remove 'alsoIn' here.");
        }

        identifiers.AddPerson(person, section);
        return person;
    }

    private string User(Section section)
    {
        var user = section.Text("user", LongestUser);
        if (user.Length > 0
            && !user.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '@' or '-'))
        {
            problems.Add(
                section.PlaceOf("user"), $"'{ProblemLog.Shown(user)}' is no identifier of a person.",
                "Write small letters, digits, full stops, underscores, hyphens and @ only.");
        }

        return user;
    }

    private bool IsRole(YamlScalar role)
    {
        if (Spelling.IsIdentifier(role.Text))
        {
            return true;
        }

        problems.Add(
            role.Place, $"'{ProblemLog.Shown(role.Text)}' is no identifier of a role.",
            "Write it as the definitions do: business-manager.");
        return false;
    }

    private Absence? Absence(YamlPart part)
    {
        if (Section.Open(part, "absence", ["from", "to"], problems) is not { } section)
        {
            return null;
        }

        section.Required("from");
        section.Required("to");
        if (section.Date("from") is not { } from || section.Date("to") is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            problems.Add(
                section.PlaceOf("to"), "The absence ends before it begins.",
                "Put the earlier day in 'from'; both days are included.");
        }

        return new Absence(from, to);
    }
}
