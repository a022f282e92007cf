using Workflows.Process.Definitions;

namespace Workflows.Reviews.Directory;

/// <summary>Compares a directory with the definitions: roles that nobody holds, settings that do not exist.</summary>
public static class DirectoryCheck
{
    private const int Most = 200;

    /// <summary>
    /// What does not fit. Nothing of it stops the service: a letter to a role that nobody holds fails and shows, and a setting
    /// with no such option takes the default.
    /// </summary>
    /// <param name="directory">The directory.</param>
    /// <param name="catalogue">The definitions.</param>
    /// <returns>Sentences for the administrator, each once, at most 200; empty where all fits.</returns>
    public static IReadOnlyList<string> Against(DirectorySnapshot directory, ProcessCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(catalogue);
        var definitions = catalogue.All;
        var roles = Merged(definitions, definition => definition.Roles);
        var bodies = Merged(definitions, definition => definition.Bodies);
        return [.. Bodies(directory, bodies)
            .Concat(Names(directory, roles, bodies))
            .Concat(directory.Partnerships.SelectMany(partnership =>
                Roles(directory, partnership, roles).Concat(Settings(partnership, definitions))))
            .Take(Most)];
    }

    private static IEnumerable<string> Bodies(DirectorySnapshot directory, Dictionary<string, string> bodies) =>
        bodies.Where(body => directory.Bodies.All(known => known.Id != body.Key))
            .Select(body => $"The directory has no address of the body '{body.Key}' ({body.Value}). Add it under 'bodies'.");

    // A letter to a role that nobody holds would go to a person who is called like it.
    private static IEnumerable<string> Names(
        DirectorySnapshot directory, Dictionary<string, string> roles, Dictionary<string, string> bodies) =>
        directory.People.Where(person => roles.ContainsKey(person.User) || bodies.ContainsKey(person.User))
            .Select(person => $"The user '{person.User}' is called like a role or body of the definitions. Give another user name.");

    private static IEnumerable<string> Roles(
        DirectorySnapshot directory, Partnership partnership, Dictionary<string, string> roles)
    {
        var held = directory.RosterOf(partnership.Id, DateOnly.MinValue).Holders;
        return roles.Where(role => !held.ContainsKey(role.Key))
            .Select(role => $"{partnership.Id}: nobody holds the role '{role.Key}' ({role.Value}). Give it to somebody.");
    }

    private static IEnumerable<string> Settings(Partnership partnership, IReadOnlyList<ProcessDefinition> definitions)
    {
        foreach (var (name, choice) in partnership.Settings)
        {
            var found = definitions
                .SelectMany(definition => definition.Settings.Select(setting => (definition, setting)))
                .Where(pair => pair.setting.Name == name).ToArray();
            if (found.Length == 0)
            {
                yield return $"{partnership.Id}: no definition has a setting '{name}'. Remove it.";
            }

            foreach (var (definition, setting) in found.Where(pair => pair.setting.Options.All(option => option.Id != choice)))
            {
                var options = string.Join(", ", setting.Options.Select(option => option.Id));
                yield return $"{partnership.Id}: the setting '{name}' of {definition.Key} has no option '{choice}'. Choose one of: {options}.";
            }
        }
    }

    private static Dictionary<string, string> Merged(
        IReadOnlyList<ProcessDefinition> definitions, Func<ProcessDefinition, IReadOnlyDictionary<string, string>> part) =>
        definitions.SelectMany(part).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);
}
