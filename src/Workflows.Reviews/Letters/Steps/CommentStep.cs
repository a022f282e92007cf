using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>A comment on the copies that wants an answer before publication. What it says stays in the service.</summary>
internal static class CommentStep
{
    public static Step Of(bool isOver) => new()
    {
        Title = "Answer a comment on the copies",
        What = isOver ? "no longer needed" : "please answer it before publication",
        Says = isOver ? [new Paragraph(Sentences.Over)] :
        [
            new Paragraph("A body that had a copy of what is to be published has commented on it."),
            new Paragraph("Nothing is published until the comment is answered. Read it in the service, and record what was answered and changed."),
        ],
        LinkText = "Go to the review:",
    };
}
