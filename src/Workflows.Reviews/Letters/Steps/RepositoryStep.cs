using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>Offers what is public to the national case review repository, with its public address.</summary>
internal static class RepositoryStep
{
    public static bool IsAbout(LetterTopic topic) =>
        topic.Outcome is DecideRepository.NamedTopic or DecideRepository.AnonymousTopic;

    public static Step Of(Matter matter, LetterTopic topic)
    {
        var anonymous = topic.Outcome == DecideRepository.AnonymousTopic;
        var offered = matter.State.Publishing.Offers.Where(offer => offer.Anonymous == anonymous && offer.Accepted is null)
            .Select(offer => offer.Publication).DefaultIfEmpty(matter.State.Publications.LastOrDefault()?.Id ?? string.Empty);
        return new Step
        {
            Title = "A report for the national case review repository",
            What = anonymous ? "please publish it without naming us" : "please hold it",
            Says =
            [
                new Paragraph("A report of this review has been published, and is offered to the national case review repository."),
                new Paragraph(anonymous
                    ? "Please publish it without naming the partnership or the area, also in its title."
                    : "Please hold it under the partnership’s name."),
                .. offered.Select(id => new Link("The report:", $"{matter.Options.PublicAddress.AbsoluteUri.TrimEnd('/')}/publications/{id}")),
                new Paragraph("Please tell the partnership’s business manager when it is held, or why it is not."),
            ],
            LinkText = "Questions can be answered by the partnership; this is its page in the service:",
        };
    }
}
