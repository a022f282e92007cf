using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Past;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Past;

/// <summary>Reviews from before, recorded with their true dates.</summary>
public sealed class PastReviewTests
{
    private static readonly DateTimeOffset Now = new(2021, 6, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly ProcessDefinition Lcspr = ProcessCatalogue.Shipped.Find("lcspr@2018.1")!;

    [Fact]
    public void Lateness_is_what_it_was()
    {
        var state = Recorded(Commissioned());
        Assert.Equal((new DateOnly(2021, 1, 11), DeadlineStanding.MetLate), Limit(state, "notification"));
        Assert.Equal((new DateOnly(2021, 2, 8), DeadlineStanding.Met), Limit(state, "rapid-review"));
        Assert.Equal((new DateOnly(2021, 8, 5), DeadlineStanding.Pending), Limit(state, "publication"));
        Assert.Equal("commissioning", state.Stage);
    }

    [Fact]
    public void Every_entry_says_that_it_was_recorded_afterwards_when_and_by_whom()
    {
        var entries = Read(Commissioned()).Entries;
        Assert.All(entries, entry => Assert.Equal(new ImportMark(Now, "the.clerk"), entry.Imported));
        Assert.All(entries, entry => Assert.True(entry.At <= Now));
        Assert.Equal(entries.Select(entry => entry.At).Order(), entries.Select(entry => entry.At));
        var sent = entries.Single(entry => entry.Event is TaskCompleted { Item: "notification" });
        Assert.Equal(new DateOnly(2021, 1, 18), LondonTime.DateOf(sent.At));
        Assert.Equal(new Actor("imported/authority-partner", "authority-partner"), sent.By);
    }

    [Fact]
    public void Nobody_is_written_to_about_the_past_and_what_is_due_from_now_on_goes_on()
    {
        var state = Recorded(Commissioned());
        Assert.Empty(state.Letters);

        // Waking it up at once sends nothing either: what the ladders would have done is past.
        var awake = Assert.IsType<Verdict.Accepted>(Decide.On(state, new Advance(), caller: null, At(Now)));
        Assert.Empty(awake.After.Letters);

        // Two months before publication is due, the first reminder goes.
        var wake = NextWake.Of(awake.After, At(Now))!.Value;
        Assert.Equal(new DateOnly(2021, 6, 5), LondonTime.DateOf(wake));
        var reminded = Assert.IsType<Verdict.Accepted>(Decide.On(awake.After, new Advance(), caller: null, At(wake)));
        Assert.NotEmpty(reminded.After.Letters);
    }

    [Fact]
    public void What_stands_in_no_record_is_passed_over_and_its_limit_is_not_said_to_be_met_or_missed()
    {
        var state = Recorded(Commissioned());
        Assert.True(state.Items["rapid-review-meeting"].Unrecorded);
        Assert.True(state.Deadlines.GetValueOrDefault("rapid-review-meeting") is null or { Cancelled: true });
    }

    [Fact]
    public void A_review_that_ended_ends_on_its_day()
    {
        var past = Commissioned() with { Ending = new PastEnding(ReviewEnding.Closed, new DateOnly(2021, 5, 3), Reason: null) };
        var state = Recorded(past);
        Assert.Equal((ReviewStatus.Closed, new DateOnly(2021, 5, 3)), (state.Status, LondonTime.DateOf(state.EndedAt!.Value)));
        Assert.Null(NextWake.Of(state, At(Now)));
    }

    [Fact]
    public void Work_that_came_again_and_again_is_not_made_up_and_begins_anew_with_the_recording()
    {
        var steps = Commissioned().Steps.Append(new PastStep("appoint-reviewers", new DateOnly(2021, 2, 20))).ToArray();
        var state = Recorded(Commissioned() with { Steps = steps });
        Assert.DoesNotContain(state.Items.Keys, id => id.StartsWith("progress-check", StringComparison.Ordinal));
        var awake = Assert.IsType<Verdict.Accepted>(Decide.On(state, new Advance(), caller: null, At(Now))).After;
        Assert.Equal(new DateOnly(2021, 6, 1), awake.Items["progress-check-1"].OpenedOn);
    }

    [Fact]
    public void A_document_held_elsewhere_can_be_given_later_and_keeps_its_day()
    {
        var state = Recorded(Commissioned() with { Ending = new PastEnding(ReviewEnding.Closed, new DateOnly(2021, 5, 3), Reason: null) });
        var manager = new Caller("manager", ["business-manager"]);
        var wrong = Assert.IsType<Verdict.Refused>(Decide.On(
            state, new StoreDocument("rapid-review-report", new string('d', 64), 10, "application/pdf", "report.pdf"), manager, At(Now)));
        Assert.Equal("past-document", wrong.Refusal.Rule);

        var given = Assert.IsType<Verdict.Accepted>(Decide.On(
            state, new StoreDocument("rapid-review-report", new string('c', 64), 10, "application/pdf", "report.pdf"), manager, At(Now))).After;
        Assert.Equal(new DateOnly(2021, 2, 3), given.Items["rapid-review-report"].DoneOn);
        Assert.Single(given.Items["rapid-review-report"].Versions);
        Assert.Equal("review-is-open", Assert.IsType<Verdict.Refused>(Decide.On(
            given, new StoreDocument("rapid-review-report", new string('c', 64), 10, "application/pdf", "report.pdf"), manager, At(Now))).Refusal.Rule);
    }

    [Fact]
    public void What_was_published_enters_the_register_as_of_its_day_when_its_document_is_given()
    {
        var steps = Commissioned().Steps.Concat(
        [
            new PastStep("report", new DateOnly(2021, 4, 1)), new PastStep("report-approval", new DateOnly(2021, 4, 12)),
            new PastStep("publication-form", new DateOnly(2021, 4, 13)) { Outcome = "in-full" }, new PastStep("publish-report", new DateOnly(2021, 5, 4)),
        ]).ToArray();
        var state = Recorded(Commissioned() with { Steps = steps });
        Assert.Empty(state.Publications);
        Assert.Equal(DeadlineStanding.Met, Limit(state, "publication").Standing);

        var given = Assert.IsType<Verdict.Accepted>(Decide.On(
            state, new StoreDocument("report", new string('e', 64), 10, "application/pdf", "report.pdf"), new Caller("manager", ["business-manager"]), At(Now))).After;
        Assert.Equal(new DateOnly(2021, 5, 4), Assert.Single(given.Publications).PublishedOn);
    }

    [Theory]
    [InlineData("rapid-review-report", "2021-01-10", "rapid-review-report.on", "before the review was opened|comes after")]
    [InlineData("conflict-check", "2021-02-01", "conflict-check.on", "comes after 'Rapid review report'")]
    [InlineData("initiation", "2022-02-01", "initiation.on", "has not come yet")]
    [InlineData("partners-told", "2021-02-01", "partners-told.on", "by nobody in particular")]
    [InlineData("no-such-step", "2021-02-01", "no-such-step.on", "has no step")]
    [InlineData("agency-summary-9", "2021-02-01", "agency-summary-9.on", "There are 2")]
    public void What_cannot_have_been_is_told(string item, string on, string field, string what)
    {
        var past = Commissioned();
        var steps = past.Steps.Where(step => step.Item != item).Append(new PastStep(item, DateOnly.Parse(on))).ToArray();
        var reading = Read(past with { Steps = steps });
        Assert.Empty(reading.Entries);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(field, problem.Field);
        Assert.Matches(what, problem.What);
    }

    [Fact]
    public void How_a_review_went_on_must_be_told()
    {
        var steps = Commissioned().Steps.Where(step => step.Item != "next-step").ToArray();
        Assert.Equal("next-step.outcome", Assert.Single(Read(Commissioned() with { Steps = steps }).Problems).Field);
    }

    private static PastReview Commissioned() => new()
    {
        Partnership = "fernshire",
        Reference = "OLD-1",
        OpenedOn = new DateOnly(2021, 1, 4),
        Settings = new Dictionary<string, string>(),
        Facts = new Dictionary<string, FactInput> { ["awareOn"] = "2021-01-04", ["harm"] = "harmed", ["agencies"] = "Education; Health" },
        Steps =
        [
            new PastStep("notification", new DateOnly(2021, 1, 18)),
            new PastStep("rapid-review-report", new DateOnly(2021, 2, 3)) { Sha256 = new string('c', 64), HeldAt = "The old system" },
            new PastStep("rapid-review-sign-off", new DateOnly(2021, 2, 4)),
            new PastStep("next-step", new DateOnly(2021, 2, 5)) { Outcome = "commission" },
            new PastStep("send-rapid-review", new DateOnly(2021, 2, 8)),
            new PastStep("initiation", new DateOnly(2021, 2, 5)),
        ],
    };

    private static PastReading Read(PastReview past) => PastRecording.Read(past, At(Now) with { Import = new ImportMark(Now, "the.clerk") });

    private static ReviewState Recorded(PastReview past)
    {
        var reading = Read(past);
        Assert.True(reading.Problems.Count == 0, string.Join('\n', reading.Problems));
        return reading.After;
    }

    private static ReviewContext At(DateTimeOffset now) => new()
    {
        Definition = Lcspr,
        Calendar = WorkingCalendar.Shipped,
        Now = now,
        Roster = new Roster(Lcspr.Roles.Keys.ToDictionary(role => role, role => (IReadOnlyList<string>)[$"{role}.person"]), EscalationsAreHeld: false),
    };

    private static (DateOnly Due, DeadlineStanding Standing) Limit(ReviewState state, string id) =>
        (state.Deadlines[id].DueOn, state.Deadlines[id].On(LondonTime.DateOf(Now)));
}
