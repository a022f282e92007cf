using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Reviewers;

/// <summary>When reviews that wait for reviewers can begin, and how many can run at once.</summary>
/// <param name="Capacity">By method: how many reviews its reviewers can carry at once.</param>
/// <param name="Load">By reviewer: what they carry.</param>
/// <param name="Queue">The reviews that wait, the one that waits longest first.</param>
public sealed record ReviewerForecast(
    IReadOnlyList<MethodCapacity> Capacity, IReadOnlyList<ReviewerLoad> Load, IReadOnlyList<ForecastStart> Queue)
{
    /// <summary>How far the forecast looks: five years.</summary>
    public const int MostDays = 5 * 366;

    /// <summary>Works the forecast out. Pure: the same cases on the same day give the same forecast.</summary>
    internal static ReviewerForecast Of(DirectorySnapshot directory, IReadOnlyList<OpenCase> cases, DateOnly today)
    {
        var slots = directory.Reviewers.ToDictionary(reviewer => reviewer.User, reviewer => new Slots(reviewer, directory));
        foreach (var running in cases)
        {
            foreach (var (user, since) in running.Reviewers.Where(each => slots.ContainsKey(each.User)))
            {
                slots[user].Take(since, End(since, directory.MethodOf(running.Method), today), running.Reference);
            }
        }

        var load = slots.Values.Select(each => each.Load(today)).ToArray();
        var queue = new List<ForecastStart>();
        foreach (var waiting in cases.Where(each => each.WaitsSince is not null))
        {
            queue.Add(Place(waiting, directory, slots, today));
        }

        return new ReviewerForecast([.. Capacities(directory, cases)], load, queue);
    }

    private static ForecastStart Place(
        OpenCase waiting, DirectorySnapshot directory, Dictionary<string, Slots> slots, DateOnly today)
    {
        var method = directory.MethodOf(waiting.Method);
        var missing = Math.Max(0, method.Reviewers - waiting.Reviewers.Count);
        var fit = slots.Values.Where(each => ReviewerRegister.Unfit(each.Reviewer, method, waiting.Partnership) is null
            && !ReviewerRegister.Conflicts(each.Reviewer, waiting).Any()
            && waiting.Reviewers.All(appointed => appointed.User != each.Reviewer.User)).ToArray();
        for (var day = 0; day < MostDays; day++)
        {
            var start = today.AddDays(day);
            var end = start.AddMonths(method.Months);
            var free = fit.Where(each => each.IsFree(start, end)).Take(missing).ToArray();
            if (free.Length < missing)
            {
                continue;
            }

            foreach (var each in free)
            {
                each.Take(start, end, waiting.Reference);
            }

            return new ForecastStart(
                waiting.Review, waiting.Reference, waiting.Partnership, method.Id, waiting.WaitsSince!.Value, missing, start,
                [.. free.Select(each => each.Reviewer.User)]);
        }

        return new ForecastStart(
            waiting.Review, waiting.Reference, waiting.Partnership, method.Id, waiting.WaitsSince!.Value, missing, StartsOn: null, []);
    }

    private static IEnumerable<MethodCapacity> Capacities(DirectorySnapshot directory, IReadOnlyList<OpenCase> cases)
    {
        foreach (var method in directory.Methods.Select(method => method.Id).Concat(cases.Select(each => each.Method)).Distinct().Order(StringComparer.Ordinal).Select(directory.MethodOf))
        {
            var places = directory.Reviewers
                .Where(each => ReviewerRegister.Unfit(each with { Areas = [] }, method, string.Empty) is null).Select(each => each.AtOnce).ToArray();
            yield return new MethodCapacity(
                method.Id, method.Reviewers, places.Length, AtOnce(places, method.Reviewers),
                cases.Count(each => each.Method == method.Id && each.Reviewers.Count > 0),
                cases.Count(each => each.Method == method.Id && each.WaitsSince is not null));
        }
    }

    // The most reviews that can run at once where each wants several different people: nobody serves twice in one.
    private static int AtOnce(int[] places, int together)
    {
        var most = places.Sum() / together;
        while (most > 0 && places.Sum(each => Math.Min(each, most)) < most * together)
        {
            most--;
        }

        return most;
    }

    private static DateOnly End(DateOnly since, ReviewMethod method, DateOnly today)
    {
        // One that takes longer than is reckoned with takes another month.
        var end = since.AddMonths(method.Months);
        return end > today ? end : today.AddMonths(1);
    }
}

/// <summary>How many reviews the reviewers of a method can carry at once.</summary>
/// <param name="Method">The method.</param>
/// <param name="Together">How many reviewers one review wants.</param>
/// <param name="Reviewers">How many reviewers fit.</param>
/// <param name="AtOnce">How many reviews they can carry at once, were they free of all others.</param>
/// <param name="Running">How many run with reviewers of the register.</param>
/// <param name="Waiting">How many wait.</param>
public sealed record MethodCapacity(string Method, int Together, int Reviewers, int AtOnce, int Running, int Waiting);

/// <summary>What a reviewer carries.</summary>
/// <param name="User">Identifier of the person.</param>
/// <param name="Carries">References of the reviews.</param>
/// <param name="AtOnce">How many they can carry at once.</param>
/// <param name="FreeOn">First day on which they could take one more, or null: not within the forecast.</param>
public sealed record ReviewerLoad(string User, IReadOnlyList<string> Carries, int AtOnce, DateOnly? FreeOn);

/// <summary>When a review that waits can begin.</summary>
/// <param name="Review">The review.</param>
/// <param name="Reference">Its case reference.</param>
/// <param name="Partnership">Its partnership.</param>
/// <param name="Method">What it is reviewed by.</param>
/// <param name="WaitsSince">Day on which it began to wait, Europe/London.</param>
/// <param name="Missing">How many reviewers it still wants.</param>
/// <param name="StartsOn">Day on which they are free, or null: not within five years, or nobody fits.</param>
/// <param name="Reviewers">Who would be free then.</param>
public sealed record ForecastStart(
    ReviewId Review, string Reference, string Partnership, string Method, DateOnly WaitsSince, int Missing, DateOnly? StartsOn,
    IReadOnlyList<string> Reviewers);
