using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>Letters about recommendations, as they read: to the owner, their senior officer, the partners.</summary>
public class LearningLetterTests
{
    private const string Reviewer = "      - user: lead.reviewer\n";

    private const string Officer =
        "      - user: senior.officer.schools\n        name: Rowan Demo\n        email: senior.officer.schools@fernshire.example\n"
        + "        roles: [agency-senior-officer]\n        agencies: [Primary school]\n";

    [Fact]
    public void The_owner_is_asked_to_answer() =>
        Golden.Check("recommendation-made", Recommended().Letter(LetterKind.Request, "agency.lead.education"));

    [Fact]
    public void The_owner_is_reminded_of_an_action_and_told_what_follows() =>
        Golden.Check("action-due", Acted().At("2026-06-30T09:00Z").Letter(LetterKind.Reminder, "agency.lead.education"));

    [Fact]
    public void The_senior_officer_of_the_agency_hears_what_is_late() =>
        Golden.Check("action-to-senior-officer", Acted().At("2026-06-30T09:00Z").At("2026-07-07T09:00Z").Letter(LetterKind.Reminder, "senior.officer.schools"));

    [Fact]
    public void Then_the_partners_hear() =>
        Golden.Check("action-to-partners", Acted().At("2026-06-30T09:00Z").At("2026-07-07T09:00Z").At("2026-07-21T09:00Z").Letter(LetterKind.Reminder, "police.partner"));

    [Fact]
    public void An_evaluation_is_due() =>
        Golden.Check("evaluation-due", Acted().At("2027-04-07T09:00Z").Letter(LetterKind.Reminder, "business.manager"));

    [Fact]
    public void What_is_not_accepted_is_put_before_the_business_manager()
    {
        var story = Recommended();
        story.Do("agency.lead.education", new AnswerRecommendation(1, Accept: false, "Zebedee"), agencies: true);
        Golden.Check("recommendation-rejected", story.Letter(LetterKind.Reminder, "business.manager"));
    }

    [Fact]
    public void A_long_list_is_cut_and_leads_to_the_page()
    {
        var story = Recommended();
        for (var day = 1; day <= 20; day++)
        {
            story.Do("business.manager", new SetAction(1, "Zebedee", new DateOnly(2026, 6, day)));
        }

        story.SendAll();
        var letter = story.At("2026-09-30T09:00Z").Letter(LetterKind.Reminder, "police.partner");
        Assert.Contains("more on recommendations", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", letter.Text + letter.Html + letter.Subject + letter.Calendar, StringComparison.Ordinal);
    }

    private static Story Recommended()
    {
        var directory = DirectoryReader.Read(DemonstrationDirectory.Text.Replace(Reviewer, Officer + Reviewer, StringComparison.Ordinal), "x").Snapshot!;
        var story = Story.Opened("2026-04-07T09:00Z", directory);
        story.SendAll();
        story.Do("business.manager", new MakeRecommendation(
            new RecommendationInput("Zebedee", "Primary school", "agency-lead", "Zebedee", "Zebedee", "Zebedee"), new DateOnly(2027, 4, 7), ["education"]));
        return story;
    }

    private static Story Acted()
    {
        var story = Recommended();
        story.Do("business.manager", new AnswerRecommendation(1, Accept: true, null));
        story.Do("business.manager", new SetAction(1, "Zebedee", new DateOnly(2026, 6, 30)));
        story.SendAll();
        return story;
    }
}
