using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Reviews.Desk;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What people do beside the steps of a review: recommend, appoint, link, move, assure; as often wrongly as rightly.</summary>
internal sealed partial class Deeds
{
    private static readonly string[] s_agencies = ["Health", "Education", "Police"];

    /// <summary>A command and the role in which somebody gives it.</summary>
    /// <param name="file">The review.</param>
    /// <param name="others">Identifiers of reviews, its own among them.</param>
    /// <param name="today">The present day.</param>
    public (ReviewCommand Command, string Role) Seldom(ReviewFile file, IReadOnlyList<string> others, DateOnly today) => random.Next(3) switch
    {
        0 => (Learn(file, today), Pick(LearningAccess.Makers(file.Definition))),
        1 => (Follow(file, today), Pick(LearningAccess.Evaluators(file.Definition))),
        _ => (Beside(file, others, today), random.Next(5) == 0 ? Pick([.. file.Definition.Roles.Keys]) : file.Definition.OpenedBy[0]),
    };

    private ReviewCommand Learn(ReviewFile file, DateOnly today)
    {
        var number = Number(file);
        return random.Next(7) switch
        {
            0 or 1 => new MakeRecommendation(Says(), today.AddDays(random.Next(-1, 400)), Themes()),
            2 => new ReviseRecommendation(number, Says(), "Clearer."),
            3 or 4 => new AnswerRecommendation(number, random.Next(4) > 0, "As agreed."),
            5 => new TagRecommendation(number, Themes()),
            _ => new WithdrawRecommendation(number, random.Next(4) == 0 ? null : "It is done otherwise."),
        };
    }

    private ReviewCommand Follow(ReviewFile file, DateOnly today)
    {
        var (number, action) = (Number(file), random.Next(1, 4));
        DateOnly? again = random.Next(2) == 0 ? today.AddDays(random.Next(1, 200)) : null;
        return random.Next(5) switch
        {
            0 or 1 => new SetAction(number, "Do it.", today.AddDays(random.Next(-1, 300))),
            2 => new ReportAction(number, action, Pick(Enum.GetValues<ActionProgress>()), "Seen.", On: null),
            3 => new EvaluateRecommendation(number, Pick(Enum.GetValues<EvaluationResult>()), "Found in an audit.", On: null, again),
            _ => new ExtendLimit(number, Pick(Enum.GetValues<LimitKind>()), action, today.AddDays(random.Next(1, 300)), "It takes longer."),
        };
    }

    private ReviewCommand Beside(ReviewFile file, IReadOnlyList<string> others, DateOnly today)
    {
        var (reviewer, other) = ($"reviewer-{random.Next(3)}", Pick(others));
        var card = new ReviewerCard(reviewer, random.Next(1, 3), Unfit: null, random.Next(4) == 0 ? [new FoundConflict("agency", "They worked there.")] : []);
        return random.Next(8) switch
        {
            0 => new AppointReviewer(card, random.Next(2) == 0 ? "It is managed." : null),
            1 => new DeclareConflict(reviewer, "They know the agency."),
            2 => new RemoveReviewer(reviewer, "A conflict.", random.Next(2) == 0 ? card with { User = $"reviewer-{random.Next(3)}" } : null, "It is managed."),
            3 => new LinkReview(other, "lcspr", Pick(LinkKind.All).Id, LinkSide.Leads, "They belong together."),
            4 => new UnlinkReview(Pick(file.State.Links.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty(other).ToArray()), "A slip."),
            5 => new AnswerMarker(Pick(QualityMarkers.Current.Markers).Id, random.Next(3) == 0, "It is so."),
            _ => Move(file.Definition, today),
        };
    }

    private ProposeMove Move(ProcessDefinition definition, DateOnly today)
    {
        var newer = ProcessCatalogue.Shipped.Newer(definition);
        var target = newer.Count == 0 ? definition : Pick(newer);
        return new ProposeMove(target.Version, "The guidance has changed.", random.Next(2) == 0 ? [] : Answers(target.Facts, today));
    }

    private int Number(ReviewFile file) => 1 + random.Next(file.State.Learning.Recommendations.Count + 1);

    private RecommendationInput Says() => new(
        "Share it.", Pick(s_agencies), Pick(LearningRules.Current.Owners.Keys.Order(StringComparer.Ordinal).ToArray()), "Head of service", "It is shared.", "An audit.");

    private string[] Themes() => random.Next(10) == 0 ? ["no-such-theme"] : [Pick(LearningRules.Current.Themes.Keys.Order(StringComparer.Ordinal).ToArray())];
}
