using Workflows.Process.Calendar;
using Workflows.Process.State;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>Tells that letters came back undelivered.</summary>
internal static class ReturnedStep
{
    private const int Most = 5;

    public static Step Of(Matter matter)
    {
        var returned = matter.State.Letters.Values
            .Where(letter => letter.Status == LetterStatus.Returned)
            .OrderBy(letter => letter.IntendedAt).ThenBy(letter => letter.Id, StringComparer.Ordinal).ToArray();
        return new Step
        {
            Title = "A letter came back",
            What = "please check the address",
            Says =
            [
                new Paragraph("A letter about this review was sent but could not be delivered."),
                .. returned.Take(Most).Select(letter => new Fact("Letter", Described(letter))),
                new Paragraph("Whoever it was meant for does not know what it says. Check the address in the directory, then send the letter again from the page of the review."),
            ],
            LinkText = "Go to the review:",
        };
    }

    private static string Described(LetterState letter)
    {
        var kind = LetterWriter.NameOf(letter.Kind).Replace('-', ' ');
        return letter.SentAt is { } sent ? $"{kind}, sent on {Wording.Day(LondonTime.DateOf(sent))}" : kind;
    }
}
