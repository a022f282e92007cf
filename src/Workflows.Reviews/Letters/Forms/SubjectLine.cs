using Workflows.Reviews.Letters.Steps;

namespace Workflows.Reviews.Letters.Forms;

/// <summary>Writes subjects: <c>[reference] step – what</c>, on one line of bounded length.</summary>
internal static class SubjectLine
{
    /// <summary>Most characters of a subject: what mail programs and gateways pass on whole.</summary>
    public const int Longest = 150;

    private const int LongestReference = 60;
    private const int LongestWhat = 60;

    public static string Of(Matter matter, IReadOnlyList<Step> steps)
    {
        var more = steps.Count > 1 ? $" and {steps.Count - 1} more" : string.Empty;
        var start = $"[{Part(matter.State.Reference, LongestReference)}] ";
        var end = $"{more} – {Part(steps[0].What, LongestWhat)}";
        return start + Part(steps[0].Title, Longest - start.Length - end.Length) + end;
    }

    private static string Part(string text, int limit) => Wording.Shorten(Wording.OneLine(text), limit);
}
