using System.Collections.Frozen;
using Workflows.Process.Decisions;

namespace Workflows.Reviews.Directory;

/// <summary>
/// The directory as it was read at one moment. Immutable and safe to share between threads; every look-up takes the same
/// short time however many people there are.
/// </summary>
public sealed class DirectorySnapshot
{
    private readonly FrozenDictionary<string, Person> _people;
    private readonly FrozenDictionary<string, Body> _bodies;
    private readonly FrozenDictionary<string, Area> _areas;
    private readonly Area _elsewhere;

    internal DirectorySnapshot(
        IReadOnlyList<Body> bodies, IReadOnlyList<Person> national, IReadOnlyList<Partnership> partnerships,
        IReadOnlyList<Reviewer> reviewers, IReadOnlyList<ReviewMethod> methods)
    {
        Reviewers = reviewers;
        Methods = methods;
        Bodies = bodies;
        Partnerships = partnerships;
        People = [.. national, .. partnerships.SelectMany(partnership => partnership.People)];
        _people = People.ToFrozenDictionary(person => person.User);
        _bodies = bodies.ToFrozenDictionary(body => body.Id);
        var guests = People.SelectMany(person => person.AlsoIn.Select(id => (id, person))).ToLookup(pair => pair.id, pair => pair.person);
        _areas = partnerships.ToFrozenDictionary(
            partnership => partnership.Id,
            partnership => new Area(bodies, [.. partnership.People, .. guests[partnership.Id], .. national], _people, partnership));
        _elsewhere = new Area(bodies, national, _people, partnership: null);
    }

    /// <summary>Every partnership, in the order of the file.</summary>
    public IReadOnlyList<Partnership> Partnerships { get; }

    /// <summary>The bodies that are written to.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>Everybody: national people first, then each partnership's, in the order of the file.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>The register of reviewers, in the order of the file.</summary>
    public IReadOnlyList<Reviewer> Reviewers { get; }

    /// <summary>What methods want of their reviewers, as far as the file says.</summary>
    public IReadOnlyList<ReviewMethod> Methods { get; }

    /// <summary>A reviewer of the register, or null where it does not know the person.</summary>
    /// <param name="user">Identifier of the person.</param>
    public Reviewer? FindReviewer(string user) => Reviewers.FirstOrDefault(reviewer => reviewer.User == user);

    /// <summary>What a method wants of its reviewers; one reviewer for six months where the file says nothing.</summary>
    /// <param name="id">The method, or the process where none is asked.</param>
    public ReviewMethod MethodOf(string id) => Methods.FirstOrDefault(method => method.Id == id) ?? ReviewMethod.Plain(id);

    /// <summary>A person, or null where there is none of that identifier.</summary>
    /// <param name="user">Identifier of the person.</param>
    public Person? FindPerson(string user) => _people.GetValueOrDefault(user);

    /// <summary>A partnership, or null where there is none of that identifier.</summary>
    /// <param name="id">Identifier.</param>
    public Partnership? FindPartnership(string id) => _areas.GetValueOrDefault(id)?.Partnership;

    /// <summary>
    /// The roles that a person may act in: their own, and those of the absent whose deputy they are. A person who is absent
    /// keeps their own roles. Empty for people unknown here.
    /// </summary>
    /// <param name="user">Identifier of the person.</param>
    /// <param name="partnership">Identifier of the partnership; in one unknown here only national roles hold.</param>
    /// <param name="today">The present day, Europe/London.</param>
    public IReadOnlyList<string> RolesOf(string user, string partnership, DateOnly today) =>
        AreaOf(partnership).On(today).Roles.GetValueOrDefault(user, []);

    /// <summary>
    /// The roles that a person may act in for an agency, as <c>role/agency</c> in lower case: their own, and those of the absent
    /// whose deputy they are. Empty for people unknown here.
    /// </summary>
    /// <param name="user">Identifier of the person.</param>
    /// <param name="partnership">Identifier of the partnership.</param>
    /// <param name="today">The present day, Europe/London.</param>
    public IReadOnlyList<string> AgencyRolesOf(string user, string partnership, DateOnly today) =>
        AreaOf(partnership).On(today).AgencyRoles.GetValueOrDefault(user, []);

    /// <summary>
    /// Who is written to now, by role: the holders, with the deputies of the absent in their place (where every deputy is
    /// absent as well, or there is none, the holder after all); national people; each body under its identifier; and
    /// <c>role/agency</c>, in lower case, for those who answer for an agency.
    /// </summary>
    /// <param name="partnership">Identifier; for one unknown here, national people and bodies alone.</param>
    /// <param name="today">The present day, Europe/London.</param>
    public Roster RosterOf(string partnership, DateOnly today) => AreaOf(partnership).On(today).Roster;

    /// <summary>The address of a person or body, or null where the directory has none of that identifier.</summary>
    /// <param name="userOrBody">Identifier of the person or body.</param>
    public string? AddressOf(string userOrBody) =>
        FindPerson(userOrBody)?.Email ?? _bodies.GetValueOrDefault(userOrBody)?.Email;

    /// <summary>The name of a person or body, or null where the directory has none of that identifier. For pages only.</summary>
    /// <param name="userOrBody">Identifier of the person or body.</param>
    public string? NameOf(string userOrBody) =>
        FindPerson(userOrBody)?.Name ?? _bodies.GetValueOrDefault(userOrBody)?.Name;

    /// <summary>What a partnership has chosen of the definitions' settings; empty for one unknown here.</summary>
    /// <param name="partnership">Identifier.</param>
    public IReadOnlyDictionary<string, string> SettingsOf(string partnership) =>
        FindPartnership(partnership)?.Settings ?? FrozenDictionary<string, string>.Empty;

    private Area AreaOf(string partnership) => _areas.GetValueOrDefault(partnership, _elsewhere);
}
