using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.State;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Reviewers;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Reviewers;

/// <summary>Shows the register of reviewers, and brings what is asked about them to commands.</summary>
internal sealed class ReviewerViews(DirectorySource directory, ReviewerPlanner planner, TimeProvider clock)
{
    public async Task<ReviewerRegisterBody> RegisterAsync(SignedInPerson person, CancellationToken stop)
    {
        var snapshot = directory.Current;
        var forecast = await planner.ForecastAsync(LondonTime.DateOf(clock.GetUtcNow()), stop);
        var load = forecast.Load.ToDictionary(each => each.User);
        return new ReviewerRegisterBody(
            [.. snapshot.Reviewers.Select(each => new ReviewerBody(
                each.User, snapshot.NameOf(each.User), each.Accreditations, each.Methods, each.Areas, load[each.User].Carries.Count, each.AtOnce, load[each.User].FreeOn))],
            [.. forecast.Capacity.Select(each => new MethodBody(each.Method, each.Together, each.Reviewers, each.AtOnce, each.Running, each.Waiting))],
            [.. forecast.Queue.Where(each => person.OwnPartnerships.Contains(each.Partnership)).Select(each => new QueueBody(
                each.Review.Value, each.Reference, each.Partnership, each.Method, each.WaitsSince, each.Missing, each.StartsOn))],
            forecast.Queue.Count);
    }

    public ReviewReviewersBody Of(SeenReview seen)
    {
        var snapshot = directory.Current;
        var cards = snapshot.Reviewers.Select(each => ReviewerRegister.CardOf(each, seen.File, snapshot)).ToArray();
        var known = seen.File.State.Reviewers;
        return new ReviewReviewersBody(
            ReviewerRegister.MethodOf(seen.File, snapshot).Reviewers,
            [.. known.Values.OrderBy(each => each.AppointedOn).ThenBy(each => each.User, StringComparer.Ordinal).Select(each => new AppointedBody(
                each.User, snapshot.NameOf(each.User), each.AppointedOn, each.RemovedOn, each.RemovedBecause, each.Note, Conflicts(each, cards)))],
            [.. cards.Where(card => known.GetValueOrDefault(card.User) is not { IsAppointed: true })
                .OrderBy(card => card.Unfit is null ? card.Conflicts.Count : 100)
                .Select(card => new CandidateBody(card.User, snapshot.NameOf(card.User), card.Unfit, [.. card.Conflicts.Select(conflict => conflict.What)]))]);
    }

    public ReviewCommand Appointment(SeenReview seen, JsonFields fields)
    {
        var (user, note) = (fields.Required("reviewer"), fields.Text("note"));
        fields.End();
        return new AppointReviewer(Card(seen, user, "reviewer"), note);
    }

    public ReviewCommand Removal(SeenReview seen, string reviewer, JsonFields fields)
    {
        var (reason, replacement, note) = (fields.Text("reason"), fields.Text("replacement"), fields.Text("note"));
        fields.End();
        return new RemoveReviewer(reviewer, reason, replacement is null ? null : Card(seen, replacement, "replacement"), note);
    }

    public ReviewCommand Conflict(string reviewer, JsonFields fields)
    {
        var what = fields.Text("what");
        fields.End();
        return directory.Current.FindReviewer(reviewer) is not null
            ? new DeclareConflict(reviewer, what) : throw new ProblemException(Problem.NotFound("reviewer"));
    }

    /// <summary>What the register says of a person in respect of a review; null where it does not know them.</summary>
    public ReviewerCard? CardOf(SeenReview seen, string? user) =>
        user is not null && directory.Current.FindReviewer(user) is { } reviewer
            ? ReviewerRegister.CardOf(reviewer, seen.File, directory.Current) : null;

    private ReviewerCard Card(SeenReview seen, string user, string field) =>
        CardOf(seen, user)
            ?? throw new ProblemException(Problem.Invalid(field, "The register knows no such reviewer. Give a 'user' of GET /api/reviewers."));

    private static string[] Conflicts(ReviewerState known, IReadOnlyList<ReviewerCard> cards) =>
    [
        .. cards.Where(card => card.User == known.User).SelectMany(card => card.Conflicts.Select(conflict => conflict.What)),
        .. known.Declared.Select(each => each.What),
    ];
}
