using System.Collections.Frozen;
using Workflows.Process.Decisions;

namespace Workflows.Reviews.Directory;

/// <summary>Who may act and who is written to in a partnership on one day.</summary>
internal sealed class AreaDay
{
    private AreaDay(
        DateOnly day, Roster roster, FrozenDictionary<string, IReadOnlyList<string>> roles,
        FrozenDictionary<string, IReadOnlyList<string>> agencyRoles) =>
        (Day, Roster, Roles, AgencyRoles) = (day, roster, roles, agencyRoles);

    public DateOnly Day { get; }

    public Roster Roster { get; }

    /// <summary>Roles by person: their own first, then those they stand in for.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> Roles { get; }

    /// <summary>By person: roles held for an agency, as <c>role/agency</c> in lower case, their own and those they stand in for.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> AgencyRoles { get; }

    public static AreaDay Of(
        DateOnly day, IReadOnlyList<Body> bodies, IReadOnlyList<Person> people,
        FrozenDictionary<string, Person> everybody, bool escalationsAreHeld)
    {
        var holders = new Lists();
        var roles = new Lists();
        var agencyRoles = new Lists();
        foreach (var body in bodies)
        {
            holders.Add(body.Id, body.Id);
        }

        foreach (var person in people)
        {
            roles.Add(person.User, person.Roles);
            agencyRoles.Add(person.User, [.. AgencyRolesOf(person)]);
        }

        foreach (var person in people)
        {
            var standIns = StandIns(person, day, everybody);
            foreach (var deputy in standIns)
            {
                roles.Add(deputy, person.Roles);
                agencyRoles.Add(deputy, [.. AgencyRolesOf(person)]);
            }

            Hold(holders, person, standIns.Count > 0 ? standIns : [person.User]);
        }

        return new AreaDay(day, new Roster(holders.Frozen(), escalationsAreHeld), roles.Frozen(), agencyRoles.Frozen());
    }

    // A role is not handed on twice: a deputy who is absent too does not pass it to their own deputies.
    private static List<string> StandIns(Person person, DateOnly day, FrozenDictionary<string, Person> everybody) =>
        person.IsAbsentOn(day) ? [.. person.Deputies.Where(deputy => !everybody[deputy].IsAbsentOn(day))] : [];

    private static void Hold(Lists holders, Person person, IReadOnlyList<string> writtenTo)
    {
        foreach (var role in person.Roles.Concat(AgencyRolesOf(person)))
        {
            holders.Add(role, writtenTo);
        }
    }

    private static IEnumerable<string> AgencyRolesOf(Person person) =>
        person.Roles.SelectMany(role => person.Agencies.Select(agency => $"{role}/{agency.ToLowerInvariant()}"));

    /// <summary>Lists by key, each value once, in the order in which they came.</summary>
    private sealed class Lists
    {
        private readonly Dictionary<string, List<string>> _lists = [];

        public void Add(string key, params IReadOnlyList<string> values)
        {
            if (!_lists.TryGetValue(key, out var list))
            {
                _lists.Add(key, list = []);
            }

            list.AddRange(values.Where(value => !list.Contains(value)));
        }

        public FrozenDictionary<string, IReadOnlyList<string>> Frozen() =>
            _lists.ToFrozenDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value.AsReadOnly());
    }
}
