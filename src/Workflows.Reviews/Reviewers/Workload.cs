using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Reviewers;

/// <summary>An open review, as far as the register of reviewers is concerned.</summary>
/// <param name="Review">The review.</param>
/// <param name="Reference">Its case reference.</param>
/// <param name="Partnership">Its partnership.</param>
/// <param name="Method">What it is reviewed by.</param>
/// <param name="Agencies">Agencies that were involved.</param>
/// <param name="Reviewers">Who is appointed, and since when.</param>
/// <param name="WaitsSince">Day on which it began to wait for reviewers; null where it does not wait.</param>
/// <param name="DeclaredBy">Those of whom a conflict of interest was declared in it.</param>
internal sealed record OpenCase(
    ReviewId Review, string Reference, string Partnership, string Method, IReadOnlyList<string> Agencies,
    IReadOnlyList<(string User, DateOnly Since)> Reviewers, DateOnly? WaitsSince, IReadOnlyList<string> DeclaredBy)
{
    // The tasks that record an appointment.
    private const string Appointing = "appoint-";

    public static OpenCase Of(ReviewFile file)
    {
        var (state, definition) = (file.State, file.Definition);
        var waiting = state.Items.Values.Where(item => item.Status == ItemStatus.Open && item.Definition.StartsWith(Appointing, StringComparison.Ordinal)).ToArray();
        return new OpenCase(
            file.Id, state.Reference, state.Partnership, MethodOf(state), AgenciesOf(state, definition),
            [.. state.Reviewers.Values.Where(each => each.IsAppointed).OrderBy(each => each.User, StringComparer.Ordinal).Select(each => (each.User, each.AppointedOn!.Value))],
            waiting.Length == 0 ? null : waiting.Min(item => item.OpenedOn),
            [.. state.Reviewers.Values.Where(each => each.Declared.Count > 0).Select(each => each.User)]);
    }

    /// <summary>The method that a review answers, or its process where none is asked.</summary>
    public static string MethodOf(ReviewState state) => state.Facts.GetValueOrDefault("method") ?? state.Process;

    // Whatever list it asks its work by: agencies in all that ships.
    private static string[] AgenciesOf(ReviewState state, ProcessDefinition definition) =>
        [.. definition.Items.Select(item => item.Each).OfType<string>().Distinct()
            .SelectMany(fact => (state.Facts.GetValueOrDefault(fact) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct()];
}

/// <summary>Finds the open reviews that reviewers carry or are waited for.</summary>
public sealed class Workload(IReviewIndex index, ReviewDesk desk)
{
    /// <summary>Most open reviews that are looked through.</summary>
    public const int MostReviews = 5_000;

    /// <summary>Every open review, the one that waits longest first.</summary>
    internal async Task<IReadOnlyList<OpenCase>> FindAsync(CancellationToken stop)
    {
        var cases = new List<OpenCase>();
        string? cursor = null;
        do
        {
            var page = await index.ListAsync(new ReviewQuery { State = "open", Cursor = cursor, Limit = 200 }, stop);
            foreach (var summary in page.Items)
            {
                if (await desk.FindAsync(summary.Id, stop) is { State.IsOpen: true } file)
                {
                    cases.Add(OpenCase.Of(file));
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null && cases.Count < MostReviews);

        return [.. cases.OrderBy(each => each.WaitsSince ?? DateOnly.MaxValue).ThenBy(each => each.Reference, StringComparer.Ordinal)];
    }
}
