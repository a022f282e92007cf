using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

/// <summary>
/// What must hold of every review at every moment, told from the journal alone wherever it can be, so that the laws do not lean
/// on the code they judge.
/// </summary>
internal sealed class ReviewLaws(ReviewDriver review, ProcessDefinition definition)
{
    private readonly Dictionary<string, HashSet<string>> _fired = [];
    private readonly Dictionary<string, Dictionary<string, string>> _approvals = [];
    private readonly HashSet<string> _ended = [];
    private readonly HashSet<string> _letters = [];
    private readonly HashSet<string> _starts = [];
    private readonly HashSet<string> _links = [];
    private string? _proposer;
    private int _seen;

    public void Check()
    {
        foreach (var entry in review.Journal.Skip(_seen))
        {
            Check(entry);
        }

        _seen = review.Journal.Count;
    }

    public void CheckFold() => Assert.Equal(Plain.Of(review.State), Plain.Of(Evolve.Fold(review.Journal)));

    public void AdvancingAgainChangesNothing()
    {
        var again = Assert.IsType<Verdict.Accepted>(Decide.On(review.State, new Advance(), caller: null, review.Context));
        Assert.Empty(again.Entries);
    }

    public void NothingIsDueBefore(DateTimeOffset wake)
    {
        foreach (var share in new[] { 0.25, 0.75, 0.999 })
        {
            var between = review.Context with { Now = review.Now + ((wake - review.Now) * share) };
            var early = Assert.IsType<Verdict.Accepted>(Decide.On(review.State, new Advance(), caller: null, between));
            Assert.Empty(early.Entries);
        }
    }

    private void Check(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case DeadlineArmed e:
                _ended.Remove(e.Deadline);
                _fired[e.Deadline] = [.. e.Passed ?? []];
                break;
            case DeadlineMoved e:
                _fired[e.Deadline].ExceptWith(e.Rearmed);
                _fired[e.Deadline].UnionWith(e.Passed ?? []);
                break;
            case DeadlineMet e:
                _ended.Add(e.Deadline);
                break;
            case DeadlineCancelled e:
                _ended.Add(e.Deadline);
                break;
            case RungFired e:
                Assert.True(_fired[e.Deadline].Add(e.Rung), $"Rung {e.Deadline}/{e.Rung} fired twice.");
                Assert.False(_ended.Contains(e.Deadline), $"Rung {e.Deadline}/{e.Rung} fired though the deadline had ended.");
                Assert.True(e.Planned <= entry.At, "A rung fired before its time.");
                break;
            case ItemOpened e:
                _approvals[e.Item] = [];
                break;
            case ItemReset e:
                _approvals[e.Item] = [];
                break;
            case ApprovalGiven e:
                Assert.Contains(e.Role, definition.Items.Single(item => item.Id == e.Item).By);
                Assert.Equal(ReviewDriver.User(e.Role), entry.By.User);
                _approvals[e.Item][e.Role] = entry.By.User;
                break;
            case ItemSettled e when definition.Items.FirstOrDefault(item => item.Id == e.Item) is ApprovalDefinition approval:
                Assert.True(
                    _approvals[e.Item].Values.Distinct().Count() >= (approval.Quorum ?? approval.By.Count),
                    "An approval was settled below its quorum.");
                break;
            case DocumentPublished e when review.State.Screening.Documents.ContainsKey(e.Document) && !IsClear(e, entry):
                Assert.Fail($"{e.Document}, version {e.DocumentVersion}, was published although something found in it had no answer.");
                break;
            case DocumentPublished e when definition.Items.Any(item => item.Id == "copies"):
                CheckGate(e, entry);
                break;
            case DefinitionMoved e:
                Assert.NotEqual(_proposer, entry.By.User);
                foreach (var gone in e.Deadlines)
                {
                    _fired.Remove(gone);
                    _ended.Remove(gone);
                }

                break;
            case MoveProposed:
                _proposer = entry.By.User;
                break;
            case StartIntended e:
                Assert.True(_starts.Add(e.Start), "Two reviews to be opened bear one name.");
                break;
            case ReviewLinked e:
                Assert.True(_links.Add(e.Review), "Two reviews are linked twice.");
                Assert.True(e.Start is null || _starts.Contains(e.Start), "A review was started that nobody decided on.");
                break;
            case ReviewUnlinked { Told: true } e:
                Assert.True(_links.Remove(e.Review), "A link was taken back that was not there.");
                break;
            case LinkTold e:
                Assert.Contains(e.Review, _links);
                _links.ExceptWith(review.State.Links.ContainsKey(e.Review) ? [] : [e.Review]);
                break;
            case LetterIntended e:
                Assert.True(_letters.Add(e.Letter), "Two letters bear one name.");
                break;
        }
    }

    // Told from the journal alone: the latest screening of the version found nothing that was not kept by then.
    private bool IsClear(DocumentPublished published, JournalEntry entry)
    {
        var before = review.Journal.TakeWhile(each => each.Sequence < entry.Sequence).Select(each => each.Event).ToArray();
        var intended = Array.FindLastIndex(before, each => each is ScreeningIntended e && e.Item == published.Document);
        var screened = Array.FindLastIndex(before, each => each is DocumentScreened e && e.Item == published.Document && e.Version == published.DocumentVersion);
        var found = before[intended..].OfType<DetailsFound>().Where(each => each.Item == published.Document).SelectMany(each => each.Details);
        var answers = before.OfType<FindingsAnswered>().Where(each => each.Item == published.Document).ToArray();
        return screened > intended && found.All(each => answers.LastOrDefault(answer => answer.Findings.Contains(each.Id)) is { Kept: true });
    }

    // No later than seven working days before publication the copies went out; the journal tells both days.
    private void CheckGate(DocumentPublished published, JournalEntry entry)
    {
        var copies = review.Journal.TakeWhile(each => each.Sequence < entry.Sequence)
            .Select(each => each.Event).OfType<TaskCompleted>().LastOrDefault(task => task.Item == "copies");
        Assert.NotNull(copies);
        var gate = WorkingCalendar.Shipped.After(copies.On, Budget.WorkingDays(7));
        Assert.True(LondonTime.DateOf(entry.At) >= gate, $"Published on {entry.At:O}, before the gate of {gate:O}.");
    }
}
