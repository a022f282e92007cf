using System.Text;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Screening;
using Workflows.Reviews.Wakes;
using Workflows.Screening;
using Workflows.Sqlite;

namespace Workflows.Crash;

/// <summary>
/// The case of the crash matrix: every command that there is, and every effect, in as few durable writes as it takes. A step that is done
/// again does nothing twice.
/// </summary>
internal sealed partial class Work
{
    /// <summary>Name of the file, beside the data folder, that says which step is being done.</summary>
    public const string StepNote = "step";

    private const string First = "first";
    private const string Second = "second";
    private static readonly Caller s_partner = new("partner", ["authority-partner"]);
    private static readonly Caller s_reviewer = new("reviewer", ["lead-reviewer"]);
    private static readonly Caller s_assurer = new("assurer", ["quality-assurer"]);
    private static readonly Caller s_caseManager = new("manager", ["business-manager"]);
    private static readonly RecommendationInput s_says = new("Share it.", "Police", "authority-partner", "Head of service", "It is shared.", "An audit.");
    private static readonly Dictionary<string, FactInput> s_none = [];

    /// <summary>The steps, in their order.</summary>
    public static IReadOnlyList<(string Name, Func<Work, Task> Do)> Case { get; } =
    [
        ("open", work => work.OpenCaseAsync(First)),
        ("time passes", work => work.UntilAsync(new DateOnly(2026, 4, 17))),
        ("release", work => work.GiveAsync(First, "release", new CompleteTask("release-1", s_none, Note: null))),
        ("explain", work => work.GiveAsync(First, "explain", new ExplainDelay("notification", "It came late."))),
        ("correct", work => work.GiveAsync(First, "correct", new CorrectFact("awareOn", "2026-04-02", "A slip."))),
        ("task", work => work.GiveAsync(First, "task", new CompleteTask("notification", Answers("sentOn", "2026-04-16"), "Done."))),
        ("extend", work => work.GiveAsync(First, "extend", new ExtendDeadline("summary", new DateOnly(2026, 7, 1), "They asked."))),
        ("register", work => work.GiveAsync(First, "register", new CompleteTask("gaps", Answers("gap", "A record."), Note: null))),
        ("document", work => work.HandInAsync("one")),
        ("reject", work => work.GiveAsync(First, "reject", new GiveApproval("sign-off", Approve: false, "Not yet."), s_partner)),
        ("document again", work => work.HandInAsync("two")),
        ("approve", work => work.GiveAsync(First, "approve", new GiveApproval("sign-off", Approve: true, Reason: null))),
        ("approve too", work => work.GiveAsync(First, "approve-too", new GiveApproval("sign-off", Approve: true, Reason: null), s_partner)),
        ("decide", work => work.GiveAsync(First, "decide", new MakeDecision("next", "learning", "Reasons.", s_none))),
        ("appoint", work => work.GiveAsync(First, "appoint", new AppointReviewer(Card, Note: null))),
        ("declare", work => work.GiveAsync(First, "declare", new DeclareConflict("reviewer", "They worked there."), s_reviewer)),
        ("remove", work => work.GiveAsync(First, "remove", new RemoveReviewer("reviewer", "A conflict."))),
        ("recommend", work => work.GiveAsync(First, "recommend", new MakeRecommendation(s_says, new DateOnly(2026, 12, 1), ["neglect"]))),
        ("revise", work => work.GiveAsync(First, "revise", new ReviseRecommendation(1, s_says with { Text = "Share it all." }, "Clearer."))),
        ("accept", work => work.GiveAsync(First, "accept", new AnswerRecommendation(1, Accept: true, Reason: null), s_partner)),
        ("tag", work => work.GiveAsync(First, "tag", new TagRecommendation(1, ["infants"]))),
        ("set an action", work => work.GiveAsync(First, "action", new SetAction(1, "Do it.", new DateOnly(2026, 9, 1)))),
        ("report", work => work.GiveAsync(First, "report", new ReportAction(1, 1, ActionProgress.Underway, "Begun.", On: null))),
        ("extend a limit", work => work.GiveAsync(First, "limit", new ExtendLimit(1, LimitKind.Action, 1, new DateOnly(2026, 10, 1), "Later."))),
        ("evaluate", work => work.GiveAsync(First, "evaluate", new EvaluateRecommendation(1, EvaluationResult.Changed, "Seen.", On: null, Again: null))),
        ("withdraw a recommendation", work => work.GiveAsync(First, "unrecommend", new WithdrawRecommendation(1, "Not needed."))),
        ("marker", work => work.GiveAsync(First, "marker", new AnswerMarker("report", SetAside: false, "It does."), s_assurer)),
        ("a letter comes back", work => work.ReturnAsync("letter-1")),
        ("resend", work => work.GiveAsync(First, "resend", new ResendLetter("letter-1", "A new address."))),
        ("open another", work => work.OpenCaseAsync(Second)),
        ("propose a move", work => work.GiveAsync(Second, "move", new ProposeMove("2027.1", "It is better.", s_none))),
        ("agree to the move", work => work.GiveAsync(Second, "moved", new GiveApproval("move-1", Approve: true, Reason: null), s_partner)),
        ("link", work => work.GiveAsync(First, "link", new LinkReview(IdOf(Second).Value, "lcspr", "same-incident", LinkSide.Beside, "One incident."))),
        ("unlink", work => work.GiveAsync(First, "unlink", new UnlinkReview(IdOf(Second).Value, "A slip."))),
        ("withdraw", work => work.GiveAsync(Second, "withdraw", new WithdrawReview("The criteria are not met."))),
        ("comment", work => work.GiveAsync(First, "comment", new RecordComment("panel", "Say more of it."))),
        ("answer the comment", work => work.GiveAsync(First, "comment-answer", new CompleteTask("comment-1", Answers("answer", "It says more."), Note: null))),
        ("give the case's list", work => work.ListAsync()),
        ("answer the findings", work => work.AnswerFindingsAsync()),
        ("hold", work => work.GiveAsync(First, "hold", new PlaceHold("An inquest."))),
        ("lift the hold", work => work.GiveAsync(First, "lift", new LiftHold("hold-1", "It is over."))),
        ("disclose", work => work.GiveAsync(First, "disclose", new DiscloseRecord("The coroner, by order."))),
        ("publish", work => work.GiveAsync(First, "publish", new CompleteTask("publish", s_none, Note: null))),
        ("offer", work => work.OfferAsync()),
        ("the repository answers", work => work.PublicationAsync(id => work.GiveAsync(First, "offered", new RecordRepositoryAnswer(id, Accepted: true, new DateOnly(2026, 4, 17), "Held.")))),
        ("sum up", work => work.GiveAsync(First, "sum-up", new CompleteTask("summary", s_none, Note: null))),
    ];

    /// <summary>Commands that this case has been given, by their type; for whoever asks whether any is left out.</summary>
    public HashSet<Type> Given { get; } = [];

    /// <summary>Does a step, and whatever it sets off.</summary>
    /// <param name="number">Its place in <see cref="Case"/>.</param>
    public async Task StepAsync(int number)
    {
        await _clock.ReadAsync(Get<SqliteNotes>());
        await Case[number].Do(this);
        await Get<WakeRound>().RunAsync(s_go);
    }

    /// <summary>How often each kind of event stands in each review; attempts at letters and at screening are repeated after a crash, and not counted.</summary>
    public async Task<string> FingerprintAsync()
    {
        var text = new StringBuilder();
        await foreach (var review in Get<IReviewJournal>().ListAsync(s_go))
        {
            var types = (await EntriesAsync(review)).Select(entry => entry.Event).Where(each => each is not (LetterAttempted or ScreeningBegun))
                .GroupBy(each => each.GetType().Name).OrderBy(group => group.Key, StringComparer.Ordinal);
            text.AppendLine($"{review}: {string.Join(", ", types.Select(group => $"{group.Key} {group.Count()}"))}");
        }

        return text.ToString();
    }

    private static ReviewerCard Card => new("reviewer", 1, Unfit: null, []);

    private static Dictionary<string, FactInput> Answers(string fact, string answer) => new() { [fact] = answer };

    private static ReviewId IdOf(string review) => ReviewId.From("open", KeyOf(s_caseManager, $"{review}-open").Hash);

    private async Task OpenCaseAsync(string review)
    {
        var key = KeyOf(s_caseManager, $"{review}-open");
        var opening = new OpenReview("fernshire", review, new Dictionary<string, string>(), Answers("awareOn", "2026-04-07"));
        Given.Add(typeof(OpenReview));
        await GiveAsync(IdOf(review), key, () => Get<ReviewDesk>().OpenAsync(
            new Opening(CaseSetting.Catalogue.Find("lcspr@2026.1")!, opening, key), s_caseManager, s_go));
    }

    private async Task GiveAsync(string review, string name, ReviewCommand command, Caller? caller = null)
    {
        var by = caller ?? s_caseManager;
        var key = KeyOf(by, $"{review}-{name}");
        Given.Add(command.GetType());
        await GiveAsync(IdOf(review), key, async () =>
        {
            var answer = await Get<ReviewDesk>().HandleAsync(IdOf(review), command, by, key, s_go);
            return answer is CommandAnswer.Refused { Refusal: var refusal }
                ? throw new InvalidOperationException($"{name}: {refusal.Rule}. {refusal.Message}") : answer;
        });
    }

    private async Task HandInAsync(string content)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes($"The report, version {content}: Elm Demo was seen."));
        var stored = await Get<IDocumentStore>().StoreAsync(IdOf(First), bytes, s_go);
        await GiveAsync(First, $"document-{content}", new StoreDocument("report", stored.Sha256, stored.Bytes, "text/plain", "report.txt"), s_reviewer);
    }

    // A list whose one entry stands in the report: the screen has something to find.
    private async Task ListAsync()
    {
        Given.Add(typeof(GiveCaseList));
        var (key, file) = (KeyOf(s_caseManager, "list"), (await Get<ReviewDesk>().FindAsync(IdOf(First), s_go))!);
        await GiveAsync(IdOf(First), key, () => Get<CaseLists>().GiveAsync(
            file, [new ListEntry(ListKind.Person, "Elm Demo", [])], s_caseManager, key, expected: null, s_go));
    }

    private async Task AnswerFindingsAsync()
    {
        var file = (await Get<ReviewDesk>().FindAsync(IdOf(First), s_go))!;
        var findings = file.State.Screening.Documents["report"].Open.Select(finding => finding.Id).ToArray();
        await GiveAsync(First, "findings", new AnswerFindings("report", findings, Keep: true, "It is another person."));
    }

    private Task OfferAsync() => PublicationAsync(id => GiveAsync(First, "offer", new OfferToRepository(id, Anonymous: true)));

    private async Task PublicationAsync(Func<string, Task> give) =>
        await give((await Get<ReviewDesk>().FindAsync(IdOf(First), s_go))!.State.Publications[0].Id);

    private async Task UntilAsync(DateOnly day)
    {
        var pause = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero) - _clock.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            await _clock.MoveAsync(pause, Get<SqliteNotes>());
        }
    }

    private async Task ReturnAsync(string letter)
    {
        Given.Add(typeof(RecordLetter));
        await Get<ReviewDesk>().HandleAsync(
            IdOf(First), new RecordLetter(new LetterReturned(letter, "Nobody of that name.")), caller: null, key: null, s_go);
    }
}
