using System.Collections.Frozen;
using Workflows.Process.Definitions.Reading;
using Workflows.Process.Journal;

namespace Workflows.Reviews.Directory.Reading;

/// <summary>
/// Checks what people, bodies and partnerships are called against each other, once all are known. A letter is addressed to
/// one identifier, be it a person's, a body's or, where nobody holds it, a role's: the three may never be confused.
/// </summary>
internal sealed class Identifiers(ProblemLog problems)
{
    private readonly Dictionary<string, (Person Person, Section Section)> _people = [];
    private readonly HashSet<string> _bodies = [];
    private readonly HashSet<string> _roles = [];

    public void AddBody(string id) => _bodies.Add(id);

    public void AddPerson(Person person, Section section)
    {
        _roles.UnionWith(person.Roles);
        if (person.User.Length > 0 && !_people.TryAdd(person.User, (person, section)))
        {
            problems.Add(
                section.PlaceOf("user"), $"The user '{ProblemLog.Shown(person.User)}' stands here a second time.",
                $"Keep one entry, here or on line {_people[person.User].Section.PlaceOf("user").Line}; one who works in several areas has 'alsoIn'.");
        }
    }

    public void Check(IReadOnlyList<Body> bodies, IReadOnlyList<string> partnerships)
    {
        var known = partnerships.ToFrozenSet();
        foreach (var body in bodies.Where(body => _roles.Contains(body.Id)))
        {
            problems.Add(new Place(1, 1), $"'{body.Id}' is the name of a body and of a role.", "Rename the role.");
        }

        foreach (var (person, section) in _people.Values)
        {
            if (_roles.Contains(person.User) || _bodies.Contains(person.User) || person.User == Actor.Engine.User)
            {
                problems.Add(
                    section.PlaceOf("user"), $"A person cannot be called '{person.User}': that is a role, a body or the engine.",
                    "Give the person another user name.");
            }

            foreach (var area in person.AlsoIn.Where(area => !known.Contains(area) || area == person.Partnership))
            {
                problems.Add(
                    section.PlaceOf("alsoIn"), $"There is no other partnership '{ProblemLog.Shown(area)}'.",
                    "Name partnerships of this file, and not the person's own.");
            }

            foreach (var deputy in person.Deputies)
            {
                CheckDeputy(person, deputy, section);
            }
        }
    }

    private void CheckDeputy(Person person, string deputy, Section section)
    {
        if (deputy == person.User)
        {
            problems.Add(
                section.PlaceOf("deputies"), "A person cannot be their own deputy.",
                "Name somebody else, or remove the key.");
        }
        else if (!_people.TryGetValue(deputy, out var other))
        {
            problems.Add(
                section.PlaceOf("deputies"), $"There is no person '{ProblemLog.Shown(deputy)}'.",
                "Name the 'user' of somebody in this file.");
        }
        else if (person.Partnership is { } home ? !other.Person.WorksIn(home) : other.Person.Partnership is not null)
        {
            problems.Add(
                section.PlaceOf("deputies"), $"'{ProblemLog.Shown(deputy)}' works elsewhere.",
                "Name somebody of the same partnership, or for a national person another national one.");
        }
    }
}
