using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>Another review that was decided on, and is to be opened once what is missing is answered.</summary>
internal static class StartStep
{
    public static Step Of(Matter matter, bool isOver) => new()
    {
        Title = "Open the review that was decided on",
        What = isOver ? "no longer needed" : "please answer what is missing",
        Says = isOver ? [new Paragraph(Sentences.Over)] :
        [
            new Paragraph($"In this {matter.Definition.Title.ToLowerInvariant()} it was decided to open another review, linked to it."),
            new Paragraph("What is known already is carried over. Answer what is missing and open it, or say why it is not opened."),
        ],
        LinkText = "Go to the review:",
    };
}
