using Workflows.Process.Journal;
using Workflows.Reviews.Letters.Steps;

namespace Workflows.Reviews.Letters.Forms;

/// <summary>Puts a letter together from what it is about.</summary>
internal static class PageMaker
{
    public static IReadOnlyList<Block> Make(Matter matter, IReadOnlyList<Step> steps)
    {
        var page = new List<Block>
        {
            new Heading(Title(matter, steps), 1),
            new Fact("Case reference", matter.State.Reference),
        };

        // A body hears from every area; people know their own.
        if (matter.Letter.Kind is LetterKind.DelayNotice or LetterKind.Notice)
        {
            page.Add(new Fact("Partnership", matter.Partnership));
        }

        page.Add(new Fact("Kind of review", matter.Definition.Title));
        foreach (var step in steps)
        {
            if (steps.Count > 1)
            {
                page.Add(new Heading(step.Title, 2));
            }

            page.AddRange(step.Says);
        }

        // A letter has one link, whatever it is about.
        var texts = steps.Select(step => step.LinkText).Distinct().ToList();
        page.Add(new Link(texts is [var only] ? only : "Go to what needs attention:", matter.Link.AbsoluteUri));
        page.Add(new Footer(
            $"Sent by {matter.Options.ServiceName}. This letter names nobody and says nothing about the case. If you reply or forward it, please keep it so."));
        return page;
    }

    private static string Title(Matter matter, IReadOnlyList<Step> steps) => (steps.Count, matter.Letter.Kind) switch
    {
        (1, LetterKind.DelayNotice) => $"Delay notice: {steps[0].Title}",
        (1, _) => steps[0].Title,
        (var count, LetterKind.DelayNotice) => $"Delay notice: {count} time limits have passed",
        (var count, LetterKind.Notice) => $"{count} steps of a review",
        (var count, _) => $"{count} steps need attention",
    };
}
