using Workflows.Process.Decisions;

namespace Workflows.Process.Past;

/// <summary>Tells refusals of the rules as problems of what was told of the past.</summary>
internal static class PastWords
{
    /// <summary>One problem a field, or one about the whole.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="field">The field where the refusal names none.</param>
    public static IEnumerable<PastProblem> Problems(Refusal refusal, string field) => refusal.Fields.Count > 0
        ? refusal.Fields.Select(each => Of(each.Key, each.Value))
        : [Of(field, refusal.Message)];

    // The rules end with what to do; "today" was the day of the step.
    private static PastProblem Of(string field, string message)
    {
        var told = message.Replace(" (today)", " (the day on which this was done)", StringComparison.Ordinal);
        var cut = told.IndexOf(". ", StringComparison.Ordinal);
        if (cut > 0 && cut + 2 < told.Length)
        {
            return new PastProblem(field, told[..(cut + 1)], told[(cut + 2)..]);
        }

        return told.StartsWith("Give an answer", StringComparison.Ordinal)
            ? new PastProblem(field, "The answer is missing.", told)
            : new PastProblem(field, "This cannot be taken.", told);
    }
}
