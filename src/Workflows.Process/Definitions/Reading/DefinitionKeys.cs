namespace Workflows.Process.Definitions.Reading;

/// <summary>The keys of the language, section by section. The schema for editors is held to the same by a test.</summary>
internal static class DefinitionKeys
{
    public static readonly string[] Process =
    [
        "process", "version", "title", "summary", "effective", "roles", "groups", "bodies", "openedBy", "withdrawal",
        "settings", "facts", "stages", "alongside", "deadlines", "ladders", "linkedEnding",
    ];

    public static readonly string[] Effective = ["from", "to", "by"];
    public static readonly string[] Withdrawal = ["by", "tells", "cite", "checked"];
    public static readonly string[] Setting = ["title", "default", "options"];
    public static readonly string[] SettingOption = ["title", "anchor"];

    public static readonly string[] Fact =
        ["type", "ask", "help", "required", "options", "list", "limit", "notAfter", "notBefore"];

    public static readonly string[] Stage = ["id", "title", "then", "items"];
    public static readonly string[] Rung = ["at", "every", "times", "remind", "escalate"];
    public static readonly string[] Moment = ["after", "before", "of"];
    public static readonly string[] Predecessor = ["item", "orDue"];
    public static readonly string[] Repeat = ["every", "until"];
    public static readonly string[] Publishes = ["document", "as"];
    public static readonly string[] Rejected = ["reopens"];
    public static readonly string[] Outcome = ["title", "usual", "go", "close", "reopens", "tells", "start"];
    public static readonly string[] Start = ["process", "link", "with"];
    public static readonly string[] LinkedEnding = ["tells", "says"];
    public static readonly string[] Range = ["from", "to"];

    /// <summary>Keys of a deadline that stands on its item.</summary>
    public static readonly string[] Due =
        ["title", "within", "of", "atLeast", "before", "force", "cite", "checked", "ladder", "extendable"];

    public static readonly string[] Deadline = ["id", "metBy", .. Due];

    /// <summary>Kinds of items: each item begins with one of these.</summary>
    public static readonly string[] Kinds = ["task", "document", "approval", "decision", "notice", "wait", "register"];

    private static readonly string[] Every = ["title", "help", "each", "after", "when", "notBefore", "cite"];
    private static readonly string[] Settled = ["unfinished", "repeat", "publishes", "withdrawsPublication"];
    private static readonly string[] Person = ["by", "notBy", "request", "ask", "on", "due"];

    /// <summary>Keys of an item of this kind.</summary>
    public static IReadOnlyList<string> Item(string kind) => kind switch
    {
        "task" or "document" => [kind, .. Every, .. Settled, .. Person],
        "approval" =>
            [kind, .. Every, .. Settled, "notBy", "request", "ask", "on", "due", "of", "quorum", "about", "rejected"],
        "decision" => [kind, .. Every, .. Settled, .. Person, "rationale", "outcomes"],
        "notice" => [kind, .. Every, .. Settled, "to", "says"],
        "wait" => [kind, .. Every, .. Settled, "until"],
        _ => [kind, .. Every, "by", "notBy", "request", "ask", "on"],
    };

    /// <summary>Keys of an item of any kind.</summary>
    public static IReadOnlyList<string> AnyItem => [.. Kinds.SelectMany(Item).Distinct()];
}
