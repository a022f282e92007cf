using Workflows.Process.Journal;

namespace Workflows.Process.Past;

/// <summary>Who did something in a review from before: a role; the person is not known.</summary>
internal static class PastActor
{
    // No person can be called so: a slash stands in no identifier of a person.
    private const string Somebody = "imported/";

    public static Actor Of(string role) => new(Somebody + role, role);
}
