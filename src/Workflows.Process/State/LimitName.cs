using System.Globalization;
using Workflows.Process.Learning;

namespace Workflows.Process.State;

/// <summary>
/// Names of the limits of recommendations: <c>recommendation/3/response</c>, <c>recommendation/3/action/2</c>,
/// <c>recommendation/3/evaluation/1</c>. No deadline of a definition has a slash in its name.
/// </summary>
public static class LimitName
{
    private const string Beginning = "recommendation/";

    /// <summary>Whether a deadline is a limit of a recommendation.</summary>
    /// <param name="deadline">Identifier of the deadline.</param>
    public static bool IsOne(string deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.StartsWith(Beginning, StringComparison.Ordinal);
    }

    /// <summary>The name of a limit.</summary>
    /// <param name="kind">What is due.</param>
    /// <param name="recommendation">Number of the recommendation.</param>
    /// <param name="number">Number of the action or evaluation; of no account for an answer.</param>
    public static string Of(LimitKind kind, int recommendation, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Beginning}{recommendation}/{(kind == LimitKind.Response ? "response" : $"{(kind == LimitKind.Action ? "action" : "evaluation")}/{number}")}");

    /// <summary>The number of the recommendation whose limit it is.</summary>
    /// <param name="deadline">Identifier of the deadline, a limit of a recommendation.</param>
    public static int RecommendationOf(string deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return int.Parse(deadline.Split('/')[1], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>What of the recommendation is due.</summary>
    /// <param name="deadline">Identifier of the deadline, a limit of a recommendation.</param>
    public static LimitKind KindOf(string deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.Split('/')[2] switch
        {
            "response" => LimitKind.Response,
            "action" => LimitKind.Action,
            _ => LimitKind.Evaluation,
        };
    }

    /// <summary>Number of the action or evaluation; 0 for an answer.</summary>
    /// <param name="deadline">Identifier of the deadline, a limit of a recommendation.</param>
    public static int NumberOf(string deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.Split('/') is [_, _, _, var number] ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }
}
