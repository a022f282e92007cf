namespace Workflows.Graph.Sending;

/// <summary>Why a letter is not known to be sent, where the reason is ours and not Graph's. Shown to people.</summary>
internal static class Reasons
{
    public const string Unclear =
        "Graph was asked to send the letter and took its draft, but the letter has not shown among the sent items.";

    public const string LookingAgain =
        "Graph was asked to send the letter; it does not show among the sent items yet and will be looked for again.";

    public const string StillDraft =
        "Graph was asked to send the letter a moment ago; its draft is still there.";

    public const string AnotherWorker =
        "The same letter is being sent already; it will be looked for.";

    public const string DraftUnclear =
        "Graph did not say whether it created the draft; it will be looked for again.";
}
