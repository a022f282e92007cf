using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>A document that is to be published holds what may identify somebody; what it is, no letter says.</summary>
internal static class ScreeningStep
{
    public static Step Of(bool isOver) => new()
    {
        Title = "Answer what the screen for identifying details found",
        What = isOver ? "no longer needed" : "your answer is asked for",
        Says = isOver ? [new Paragraph(Sentences.Over)] :
        [
            new Paragraph("A document that is to be published was looked through. It has details that may identify somebody, or parts that could not be read."),
            new Paragraph("Look at each, and keep it with a reason, or have it removed in a new version. Nothing is published until then."),
        ],
        LinkText = "Go to the review:",
    };
}
