using Workflows.Process.Definitions;

namespace Workflows.Process.Past;

/// <summary>The days of a review from before, as far as they can be judged without its process.</summary>
internal static class PastDays
{
    /// <summary>The time of day, Europe/London, at which what has only a day is put into the journal.</summary>
    public static readonly TimeOnly Noon = new(12, 0);

    public static IEnumerable<PastProblem> Problems(PastReview past, DateOnly today)
    {
        if (past.OpenedOn > today)
        {
            yield return Future("openedOn", past.OpenedOn);
        }

        foreach (var step in past.Steps)
        {
            if (step.On > today)
            {
                yield return Future($"{step.Item}.on", step.On);
            }
            else if (step.On < past.OpenedOn)
            {
                yield return new PastProblem(
                    $"{step.Item}.on", $"{step.On:yyyy-MM-dd} is before the review was opened, on {past.OpenedOn:yyyy-MM-dd}.",
                    "Correct the day, or give the day of opening in openedOn.");
            }
        }

        if (past.Ending is { } ending)
        {
            var field = ending.Kind == ReviewEnding.Closed ? "closedOn" : "withdrawnOn";
            var last = past.Steps.Select(step => step.On).Where(day => day <= today).Append(past.OpenedOn).Max();
            if (ending.On > today)
            {
                yield return Future(field, ending.On);
            }
            else if (ending.On < last)
            {
                yield return new PastProblem(
                    field, $"{ending.On:yyyy-MM-dd} is before the last thing done, on {last:yyyy-MM-dd}.",
                    "Give the days in the order in which things were done.");
            }
        }
    }

    private static PastProblem Future(string field, DateOnly day) => new(
        field, $"{day:yyyy-MM-dd} has not come yet.", "Give days of the past only; what is still to be done is left empty.");
}
