using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Pages.Lists;

/// <summary>What somebody looks for in the list of reviews. Public because the component that shows it is.</summary>
public sealed record ReviewFilter
{
    internal const int LastPage = 1_000_000;
    private const int LongestWords = 100;

    /// <summary>Identifier of the partnership, or null.</summary>
    public string? Partnership { get; init; }

    /// <summary>Identifier of the process, or null.</summary>
    public string? Process { get; init; }

    /// <summary>Identifier of the stage, or null.</summary>
    public string? Stage { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>withdrawn</c>, or null.</summary>
    public string? State { get; init; }

    /// <summary>Whether only those with something overdue are shown.</summary>
    public bool Overdue { get; init; }

    /// <summary>Words of the reference, or null.</summary>
    public string? Words { get; init; }

    /// <summary>Order: <c>opened</c>, <c>due</c>, <c>reference</c> or <c>changed</c>.</summary>
    public string Order { get; init; } = "due";

    /// <summary>Which page, from 1 to 1,000,000.</summary>
    public int Page { get; init; } = 1;

    internal static ReviewFilter Read(IQueryCollection query) => new()
    {
        Partnership = Text(query, "partnership"),
        Process = Text(query, "process"),
        Stage = Text(query, "stage"),
        State = Text(query, "state") is "open" or "closed" or "withdrawn" ? Text(query, "state") : null,
        Overdue = Text(query, "overdue") == "true",
        Words = Text(query, "words"),
        Order = Text(query, "order") is "opened" or "reference" or "changed" ? Text(query, "order")! : "due",
        Page = int.TryParse(Text(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage ? page : 1,
    };

    internal ReviewQuery Query(DateOnly today) => new()
    {
        Partnerships = Partnership is null ? null : [Partnership],
        Process = Process,
        Stage = Stage,
        State = State,
        OverdueOn = Overdue ? today : null,
    };

    internal TableQuery Table => new()
    {
        Lists = [],
        Words = Words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        Order = Order switch
        {
            "opened" => TableOrder.Opened,
            "reference" => TableOrder.Reference,
            "changed" => TableOrder.Changed,
            _ => TableOrder.Due,
        },
    };

    /// <summary>The query of an address that shows the same.</summary>
    internal string Address(string path, int? page = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("partnership", Partnership), ("process", Process), ("stage", Stage), ("state", State),
            ("overdue", Overdue ? "true" : null), ("words", Words), ("order", Order == "due" ? null : Order),
            ("page", page is null or 1 ? null : $"{page}"),
        };
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= LongestWords } text ? text : null;
}
