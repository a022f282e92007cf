using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Reviewers of the register in a review: appointed, found to have a conflict of interest, removed and replaced.</summary>
public sealed class ReviewerTests
{
    private static readonly Caller Manager = ReviewDriver.As("business-manager");
    private static readonly ReviewerCard Ada = new("ada", Needed: 2, Unfit: null, []);
    private static readonly ReviewerCard Ben = new("ben", Needed: 2, Unfit: null, []);
    private static readonly ReviewerCard Cleo = new("cleo", Needed: 2, Unfit: null, []);

    [Fact]
    public void A_method_gets_as_many_reviewers_as_it_wants_and_no_fewer_once_one_is_appointed()
    {
        var review = Learning();
        review.Do(new AppointReviewer(Ada, Note: null), Manager);
        var pair = review.Actions.Single(action => action.Item.Id == "appoint-pair");
        Assert.Equal("reviewers-number", Assert.IsType<Verdict.Refused>(review.Take(pair)).Refusal.Rule);

        review.Do(new AppointReviewer(Ben, Note: null), Manager);
        Assert.Equal("reviewers-number", review.Refused(new AppointReviewer(Cleo, Note: null), Manager).Rule);
        Assert.IsType<Verdict.Accepted>(review.Take(pair));
    }

    [Fact]
    public void Whoever_knows_nothing_of_the_register_is_not_held_up_by_it()
    {
        var review = Learning();
        review.TakeOne("appoint-pair");
    }

    [Fact]
    public void Who_does_not_fit_is_not_appointed_and_who_has_a_conflict_only_with_words_on_how_it_is_managed()
    {
        var review = Learning();
        Assert.Equal("reviewer-fits", review.Refused(new AppointReviewer(Ada with { Unfit = "Not accredited." }, "Note"), Manager).Rule);

        var concerned = Ada with { Conflicts = [new FoundConflict("agency", "Works for an agency.")] };
        Assert.Equal("reviewer-conflict", review.Refused(new AppointReviewer(concerned, Note: null), Manager).Rule);
        review.Do(new AppointReviewer(concerned, "Another reads that agency's part."), Manager);
        Assert.Equal(["agency"], review.State.Reviewers["ada"].Found);
    }

    [Fact]
    public void A_reviewer_declares_their_own_conflict_and_nobody_else_s()
    {
        var review = Learning();
        review.Do(new AppointReviewer(Ada, Note: null), Manager);
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new DeclareConflict("ada", "I know the family."), new Caller("ben", ["lead-reviewer"])).Kind);
        review.Do(new DeclareConflict("ada", "I worked there."), new Caller("ada", ["lead-reviewer"]));
        Assert.Equal("ada", Assert.Single(review.State.Reviewers["ada"].Declared).By);
        Assert.Contains(Told(review), told => told == ("business-manager.person", "reviewer-conflict"));
    }

    [Fact]
    public void A_reviewer_is_replaced_in_one_step_and_all_who_are_concerned_are_told()
    {
        var review = Learning();
        review.Do(new AppointReviewer(Ada, Note: null), Manager);
        review.Do(new AppointReviewer(Ben, Note: null), Manager);
        Assert.Equal("reviewer-fits", review.Refused(new RemoveReviewer("ben", "Ill.", Cleo with { Unfit = "Not accredited." }), Manager).Rule);
        Assert.True(review.State.Reviewers["ben"].IsAppointed);

        review.Do(new RemoveReviewer("ben", "Ill for long.", Cleo), Manager);
        Assert.Equal((false, true), (review.State.Reviewers["ben"].IsAppointed, review.State.Reviewers["cleo"].IsAppointed));
        var told = Told(review);
        Assert.Contains(("ben", "reviewer-ended"), told);
        Assert.Contains(("cleo", "reviewer-appointed"), told);
        Assert.Contains(("business-manager.person", "reviewer-replaced"), told);
    }

    [Fact]
    public void Bodies_that_were_told_of_the_reviewers_are_told_of_a_change()
    {
        var definition = ProcessCatalogue.Shipped.Find("lcspr")!;
        var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(30), new TimeOnly(9, 0)));
        var bodies = definition.Bodies.Keys.Select(body => KeyValuePair.Create(body, (IReadOnlyList<string>)[body]));
        review.Roster = review.Roster with
        {
            Holders = review.Roster.Holders.Where(held => !definition.Bodies.ContainsKey(held.Key)).Concat(bodies).ToDictionary(),
        };
        review.Open();
        review.UntilOffered("agency-material");
        var one = Ada with { Needed = 1 };
        review.Do(new AppointReviewer(one, Note: null), Manager);
        review.Do(new RemoveReviewer("ada", "Ill.", Ben with { Needed = 1 }), Manager);
        Assert.Superset(
            new HashSet<(string, string?)> { ("panel", "reviewer-replaced"), ("dfe", "reviewer-replaced"), ("ofsted", "reviewer-replaced") },
            Told(review).Select(told => (told.To, (string?)told.Outcome)).ToHashSet());
    }

    [Fact]
    public void After_publication_reviewers_are_no_longer_changed()
    {
        var definition = ProcessCatalogue.Shipped.Find("lcspr")!;
        var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(30), new TimeOnly(9, 0)));
        review.Open();
        review.UntilOffered("publish-report");
        review.Do(new AppointReviewer(Ada with { Needed = 1 }, Note: null), Manager);
        review.TakeOne("publish-report");
        Assert.Equal("reviewer-before-publication", review.Refused(new RemoveReviewer("ada", "Late."), Manager).Rule);
    }

    private static ReviewDriver Learning()
    {
        var definition = ProcessCatalogue.Shipped.Find("learning-review")!;
        var review = new ReviewDriver(definition, LondonTime.At(new DateOnly(2026, 6, 1), new TimeOnly(9, 0)));
        review.Answering["method"] = "learning-together";
        review.Open();
        return review;
    }

    private static (string To, string Outcome)[] Told(ReviewDriver review) => [.. review.Events<LetterIntended>()
        .SelectMany(letter => letter.Topics.Select(topic => (letter.To, topic.Outcome ?? string.Empty)))];
}
