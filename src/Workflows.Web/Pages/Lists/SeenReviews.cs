using Microsoft.Extensions.Caching.Memory;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Lists;

/// <summary>The reviews that a person sees, for pages that sort them or look into some of them.</summary>
internal sealed class SeenReviews(IReviewIndex index, ReviewDesk desk, ReviewViews views, AccessTable access, IMemoryCache times)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A part of the table of those that fit.</summary>
    public Task<SummaryTable> TableAsync(SignedInPerson person, ReviewQuery filter, TableQuery table, CancellationToken stop) =>
        index.TableAsync(table with { Lists = [.. access.Lists(person).Select(list => Narrow(list, filter)).OfType<ReviewQuery>()] }, stop);

    /// <summary>Summaries of those that fit, the newest opening first; at most <see cref="TableQuery.MaximumTake"/>.</summary>
    public async Task<IReadOnlyList<ReviewSummary>> SummariesAsync(SignedInPerson person, ReviewQuery filter, CancellationToken stop) =>
        (await TableAsync(person, filter, new TableQuery { Lists = [], Order = TableOrder.Opened, Take = TableQuery.MaximumTake }, stop)).Items;

    /// <summary>How time limits were kept in all of them; as it stood at most a minute ago, since all of them are looked through for it.</summary>
    public async Task<IReadOnlyList<ProcessTimes>> TimesAsync(SignedInPerson person, CancellationToken stop)
    {
        var lists = access.Lists(person);
        var key = string.Join('\n', lists.Select(list => $"{list.ToldTo} {string.Join(',', list.Partnerships ?? [])}"));
        if (times.TryGetValue<IReadOnlyList<ProcessTimes>>(key, out var known) && known is not null)
        {
            return known;
        }

        return times.Set(key, await index.TimesAsync(lists, stop), Minute);
    }

    /// <summary>A part of them, each as it stands.</summary>
    public async Task<SeenViews> ViewsAsync(SignedInPerson person, ReviewQuery filter, TableQuery query, CancellationToken stop)
    {
        var table = await TableAsync(person, filter, query, stop);
        return new SeenViews([.. (await FilesAsync(table.Items, stop)).Select(file => views.Of(file, person))], table.Count);
    }

    /// <summary>The reviews of some summaries, in their order.</summary>
    public async Task<IReadOnlyList<ReviewFile>> FilesAsync(IEnumerable<ReviewSummary> summaries, CancellationToken stop)
    {
        var files = new List<ReviewFile>();
        foreach (var summary in summaries)
        {
            if (await desk.FindAsync(summary.Id, stop) is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    // A list is of some partnerships; the filter may ask for one of them, or for another.
    private static ReviewQuery? Narrow(ReviewQuery list, ReviewQuery filter) => filter.Partnerships switch
    {
        null => filter with { Partnerships = list.Partnerships, ToldTo = list.ToldTo },
        [var one] when list.Partnerships is null || list.Partnerships.Contains(one) => filter with { ToldTo = list.ToldTo },
        _ => null,
    };
}

/// <summary>Reviews that were looked into.</summary>
/// <param name="Views">The reviews.</param>
/// <param name="Count">How many there are in all.</param>
internal sealed record SeenViews(IReadOnlyList<ReviewView> Views, int Count);
