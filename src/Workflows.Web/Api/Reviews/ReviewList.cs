using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;

namespace Workflows.Web.Api.Reviews;

/// <summary>Lists the reviews that a person may see, newest opening first.</summary>
internal sealed class ReviewList(
    IReviewIndex index, ProcessCatalogue catalogue, DirectorySource directory, AccessTable access, TimeProvider clock)
{
    private const int MostOnPage = 200;
    private const int UsualOnPage = 50;
    private static readonly string[] States = ["open", "closed", "withdrawn"];

    public async Task<ReviewPageBody> PageAsync(HttpContext http, SignedInPerson person)
    {
        var (filter, partnership, cursor) = Read(http);
        var lists = access.Lists(person);
        var (list, inner) = Position(cursor, lists.Count);
        var items = new List<ReviewSummaryBody>();
        while (list < lists.Count)
        {
            if (Narrow(lists[list], partnership) is { } scope)
            {
                var page = await index.ListAsync(
                    filter with { Partnerships = scope.Partnerships, ToldTo = scope.ToldTo, Cursor = inner, Limit = filter.Limit - items.Count },
                    http.RequestAborted);
                items.AddRange(page.Items.Where(item => !lists.Take(list).Any(earlier => Holds(earlier, item))).Select(Of));
                inner = page.Next;
            }

            if (inner is null)
            {
                list++;
            }

            if (items.Count > 0 && (inner is not null || items.Count >= filter.Limit))
            {
                break;
            }
        }

        return new ReviewPageBody(items, list < lists.Count ? $"{list}.{inner}" : null);
    }

    private (ReviewQuery Filter, string? Partnership, string? Cursor) Read(HttpContext http)
    {
        var query = new Query(http, "partnership", "process", "stage", "state", "overdue", "cursor", "limit");
        var keys = catalogue.Keys.Select(key => key.Split('@')[0]).ToHashSet();
        var process = query.OneOf("process", keys);
        var filter = new ReviewQuery
        {
            Process = process,
            Stage = query.OneOf("stage", StagesOf(process)),
            State = query.OneOf("state", States),
            OverdueOn = query.OneOf("overdue", "true", "false") == "true" ? LondonTime.DateOf(clock.GetUtcNow()) : null,
            Limit = query.Number("limit", 1, MostOnPage) ?? UsualOnPage,
        };
        var partnership = query.OneOf("partnership", [.. directory.Current.Partnerships.Select(each => each.Id)]);
        query.End();
        return (filter, partnership, query.Text("cursor"));
    }

    private HashSet<string> StagesOf(string? process) => [.. catalogue.All
        .Where(definition => process is null || definition.Id == process)
        .SelectMany(definition => definition.Stages.Select(stage => stage.Id))];

    // The cursor of a page is the list it ended in, and the place in that list.
    /// <summary>Where a cursor stands: the list, and the place in it.</summary>
    public static (int List, string? Inner) Position(string? cursor, int lists)
    {
        if (cursor is null)
        {
            return (0, null);
        }

        var dot = cursor.IndexOf('.');
        return dot > 0 && int.TryParse(cursor.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var list) && list < lists
            ? (list, dot + 1 < cursor.Length ? cursor[(dot + 1)..] : null)
            : throw new InvalidCursorException();
    }

    /// <summary>A list narrowed to a partnership; null where it holds none of it.</summary>
    public static ReviewQuery? Narrow(ReviewQuery scope, string? partnership) => partnership switch
    {
        null => scope,
        _ when scope.Partnerships is null || scope.Partnerships.Contains(partnership) => scope with { Partnerships = [partnership] },
        _ => null,
    };

    /// <summary>Whether a review is in a list.</summary>
    public static bool Holds(ReviewQuery list, ReviewSummary item) =>
        (list.Partnerships?.Contains(item.Partnership) ?? true) && (list.ToldTo is null || item.ToldTo.Contains(list.ToldTo));

    private static ReviewSummaryBody Of(ReviewSummary summary) => new()
    {
        Id = summary.Id.Value,
        Href = $"/api/reviews/{summary.Id}",
        Process = summary.Process,
        ProcessVersion = summary.ProcessVersion,
        Partnership = summary.Partnership,
        Reference = summary.Reference,
        State = summary.State,
        Stage = summary.Stage.Length == 0 ? null : summary.Stage,
        OpenedAt = summary.OpenedAt,
        ChangedAt = summary.ChangedAt,
        NextDueOn = summary.NextDueOn,
        NextWakeAt = summary.NextWakeAt,
        LettersInTrouble = summary.LettersInTrouble,
        Version = summary.Position,
    };
}

/// <summary>A page of reviews.</summary>
/// <param name="Items">Summaries.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
internal sealed record ReviewPageBody(IReadOnlyList<ReviewSummaryBody> Items, string? Next);

/// <summary>A review in a list.</summary>
internal sealed record ReviewSummaryBody
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Its address.</summary>
    public required string Href { get; init; }

    /// <summary>Identifier of the process.</summary>
    public required string Process { get; init; }

    /// <summary>Version of the process.</summary>
    public required string ProcessVersion { get; init; }

    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>Case reference.</summary>
    public required string Reference { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>withdrawn</c>.</summary>
    public required string State { get; init; }

    /// <summary>Identifier of the stage, or null.</summary>
    public required string? Stage { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The earliest open deadline's day, or null.</summary>
    public required DateOnly? NextDueOn { get; init; }

    /// <summary>When the engine next has something to do in it, UTC, or null.</summary>
    public required DateTimeOffset? NextWakeAt { get; init; }

    /// <summary>Letters that need a person.</summary>
    public required int LettersInTrouble { get; init; }

    /// <summary>Sequence of its last journal entry.</summary>
    public required long Version { get; init; }
}
