namespace Workflows.Process.Definitions.Pages;

/// <summary>
/// A definition as people read it who must check it or work by it: who does what and when, and every time limit with what
/// stands behind it. All of it is plain English; nothing is marked up. <see cref="MarkdownPage"/> writes it out.
/// </summary>
internal sealed record ProcessPage
{
    /// <summary>Name and version.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Between which dates it applies, and which date is judged.</summary>
    public required string Applies { get; init; }

    /// <summary>How it is opened and withdrawn, and by whom; one sentence each.</summary>
    public required IReadOnlyList<string> OpeningAndWithdrawal { get; init; }

    /// <summary>Those who act, in the order of the definition.</summary>
    public required IReadOnlyList<PageRole> Roles { get; init; }

    /// <summary>Bodies that are written to.</summary>
    public required IReadOnlyList<string> Bodies { get; init; }

    /// <summary>What is asked at opening.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>What a partnership chooses, with the options.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>The main line, in order.</summary>
    public required IReadOnlyList<PageStage> Stages { get; init; }

    /// <summary>Steps beside the main line, which never hold it up.</summary>
    public required IReadOnlyList<PageStep> Beside { get; init; }

    /// <summary>Every time limit.</summary>
    public required IReadOnlyList<PageDeadline> Deadlines { get; init; }

    /// <summary>Every ladder of reminders and escalations that a limit uses.</summary>
    public required IReadOnlyList<PageLadder> Ladders { get; init; }

    /// <summary>The page of a definition.</summary>
    /// <param name="definition">A definition without problems.</param>
    public static ProcessPage Of(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new PageMaker(definition).Make();
    }
}

/// <summary>Somebody who acts.</summary>
/// <param name="Title">What the role is called.</param>
/// <param name="Steps">Titles of the steps that it may do, in order; empty where it is only written to.</param>
internal sealed record PageRole(string Title, IReadOnlyList<string> Steps);

/// <summary>A stage of the main line.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Next">What follows it, as a sentence.</param>
/// <param name="Steps">What is done in it.</param>
internal sealed record PageStage(string Title, string Next, IReadOnlyList<PageStep> Steps);

/// <summary>One thing that is done.</summary>
/// <param name="Kind">Task, document, approval, decision, letter, waiting time or register.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Who">Who does it, or gets it.</param>
/// <param name="When">When it comes, and under which conditions; one sentence each.</param>
/// <param name="Outcomes">What a decision may come to, and what follows; else empty.</param>
/// <param name="Cite">Source of the rule behind it, or null.</param>
internal sealed record PageStep(
    string Kind, string Title, string Who, IReadOnlyList<string> When, IReadOnlyList<string> Outcomes, string? Cite);

/// <summary>A time limit.</summary>
/// <param name="Title">What is due.</param>
/// <param name="Limit">The limit with the day that it counts from.</param>
/// <param name="Force">What stands behind it.</param>
/// <param name="Cite">Source.</param>
/// <param name="Checked">How the rule was checked.</param>
/// <param name="IsToBeChecked">Whether a person must check it before go-live.</param>
/// <param name="Ladder">Name of its ladder, or null.</param>
internal sealed record PageDeadline(
    string Title, string Limit, string Force, string Cite, string Checked, bool IsToBeChecked, string? Ladder);

/// <summary>A ladder.</summary>
/// <param name="Name">Name.</param>
/// <param name="Rungs">Its rungs, one sentence each.</param>
internal sealed record PageLadder(string Name, IReadOnlyList<string> Rungs);
