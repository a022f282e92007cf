using Workflows.Process.Definitions;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>The laws behind the cells of the steps, so that a table written anew from a hole is not taken for the rule.</summary>
internal static class StepLaws
{
    /// <summary>The cells that break a law, a line each that names step, person and answers.</summary>
    /// <param name="definition">What says who may.</param>
    /// <param name="steps">What everybody was answered.</param>
    public static IReadOnlyList<string> Broken(ProcessDefinition definition, RoleSteps steps)
    {
        var broken = new List<string>();
        foreach (var (id, (kind, answers)) in steps.Steps)
        {
            var by = definition.Items.Single(item => item.Id == id).By;
            for (var at = 0; at < RolePeople.All.Count; at++)
            {
                var (user, theirs) = (RolePeople.All[at].User, answers.ToDictionary(state => state.Key, state => state.Value[at]));
                if (!Holds(kind, by, user, theirs))
                {
                    broken.Add($"{definition.Key} {id} ({kind}) as {user ?? "nobody"}: {string.Join(", ", theirs.Select(each => $"{each.Key} {each.Value}"))}");
                }
            }
        }

        return broken;
    }

    private static bool Holds(string kind, IReadOnlyList<string> by, string? user, Dictionary<string, int> answers)
    {
        var person = user is null ? null : TestDirectory.Snapshot.FindPerson(user);
        if (person is null)
        {
            return answers.Values.All(answer => answer == (user is null ? 401 : 403));
        }

        if (person.Partnership == "mossdale" || user == "idle.officer")
        {
            return answers.Values.All(answer => answer == 404);
        }

        // Of a document a newer version may be handed in until it is approved.
        var may = person.Roles.Any(by.Contains);
        var isAgain = may && kind == "document";
        return answers["open"] == 400 == may && (may || answers["open"] is 403 or 404)
            && answers.Where(each => each.Key != "open").All(each => each.Value is 403 or 404 or 409 || (isAgain && each.Key == "done"));
    }
}
