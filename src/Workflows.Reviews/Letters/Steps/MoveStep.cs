using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>A move of the review to a newer version of its process, which somebody else than its proposer must agree to.</summary>
internal static class MoveStep
{
    public static Step Of(bool isOver) => new()
    {
        Title = "Move the review to a newer version of its process",
        What = isOver ? "no longer needed" : "your agreement is asked for",
        Says = isOver ? [new Paragraph(Sentences.Over)] :
        [
            new Paragraph("It is proposed that this review goes on under a newer version of the rules of its process."),
            new Paragraph("Look first at what would change: time limits and steps may appear, vanish or shift. One person's agreement is enough."),
        ],
        LinkText = "Look at it, and agree or turn it down:",
    };
}
