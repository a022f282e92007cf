using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Looks at one review's journal after every step, and holds it to the laws, told from the journal alone.</summary>
internal sealed class Watch(ReviewId review)
{
    private readonly Dictionary<string, HashSet<string>> _fired = [];
    private readonly HashSet<string> _ended = [];
    private readonly Dictionary<string, Dictionary<string, string>> _approvals = [];
    private readonly Dictionary<string, string> _authors = [];
    private readonly Dictionary<string, int> _letters = [];
    private readonly Dictionary<string, int> _keys = [];
    private ProcessDefinition? _definition;
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();
    private DateTimeOffset _at;
    private string _seal = string.Empty;
    private int _seen;

    /// <summary>Entries looked at.</summary>
    public int Seen => _seen;

    /// <summary>Keys of the commands in the journal, with how often each is there.</summary>
    public IReadOnlyDictionary<string, int> Keys => _keys;

    /// <summary>Looks at what is new.</summary>
    public void Look(IReadOnlyList<JournalLine> lines, JournalCodec codec, WordsKey? words, Action<JournalEntry> took)
    {
        Law(lines.Count >= _seen, "the journal has become shorter");
        for (; _seen < lines.Count; _seen++)
        {
            var line = lines[_seen];
            Law(line.Sequence == _seen + 1, "the sequence has a gap");
            var before = _seal;
            Check(line, before);
            var entry = codec.Read(review, line, ref _seal, words);
            Law(entry.At >= _at, "time goes back");
            _at = entry.At;
            if (entry.Key is { } key)
            {
                _keys[key] = _keys.GetValueOrDefault(key) + 1;
                Law(_keys[key] == 1, $"the command {key} is there twice");
            }

            Check(entry);
            took(entry);
        }
    }

    // The chain as the documentation has it, by other code than the product's.
    private static void Check(JournalLine line, string before)
    {
        var bytes = line.Utf8.Span;
        var cut = bytes.LastIndexOf(",\"seal\":\""u8);
        byte[] sealedBytes = [.. Encoding.ASCII.GetBytes(before), .. bytes[..cut]];
        var seal = Convert.ToBase64String(HMACSHA256.HashData(World.Key, sealedBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Law(Encoding.UTF8.GetString(bytes[cut..]) == $",\"seal\":\"{seal}\"}}", "a seal does not fit");
    }

    private void Check(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case ReviewOpened e:
                _definition = ProcessCatalogue.Shipped.Find($"{e.Process}@{e.Version}");
                _settings = e.Settings;
                break;
            case DefinitionMoved e:
                _definition = ProcessCatalogue.Shipped.Find($"{e.Process}@{e.Version}");
                _settings = e.Settings;
                break;
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
                Law(_fired[e.Deadline].Add(e.Rung), $"rung {e.Deadline}/{e.Rung} fired twice");
                Law(!_ended.Contains(e.Deadline), $"rung {e.Deadline}/{e.Rung} fired though the deadline had ended");
                Law(e.Planned <= entry.At, $"rung {e.Deadline}/{e.Rung} fired before its time");
                break;
            case ItemOpened e:
                _approvals[e.Item] = [];
                break;
            case ItemReset e:
                _approvals[e.Item] = [];
                break;
            case DocumentStored e:
                _authors[e.Item] = entry.By.User;
                break;
            case ApprovalGiven e:
                CheckApproval(e, entry.By.User);
                break;
            case ItemSettled e when Approval(e.Item) is { } approval:
                Law(
                    _approvals[e.Item].Values.Distinct().Count() >= QuorumOf(approval),
                    $"the approval {e.Item} was settled below its quorum");
                break;
            case LetterIntended e:
                Law(_letters.TryAdd(e.Letter, 0), $"two letters are called {e.Letter}");
                break;
            case LetterAttempted e:
                Law(e.Attempt == _letters[e.Letter] + 1, $"attempt {e.Attempt} at {e.Letter} follows {_letters[e.Letter]}");
                _letters[e.Letter] = e.Attempt;
                break;
            case LetterConfirmed e:
                Law(_letters[e.Letter] > 0, $"{e.Letter} is confirmed without an attempt");
                break;
        }
    }

    private void CheckApproval(ApprovalGiven given, string user)
    {
        var approval = Approval(given.Item) ?? throw new InvalidOperationException("An approval of something else.");
        Law(approval.By.Contains(given.Role), $"{given.Role} approved {given.Item}, which is not theirs");
        Law(approval.About is null || _authors.GetValueOrDefault(approval.About) != user, $"{user} approved what they handed in");
        _approvals[given.Item][given.Role] = user;
    }

    // `all` where neither a number nor a setting says otherwise.
    private int QuorumOf(ApprovalDefinition approval) =>
        approval.QuorumSetting is { } setting && int.TryParse(_settings.GetValueOrDefault(setting), out var chosen)
            ? chosen : approval.Quorum ?? approval.By.Count;

    private ApprovalDefinition? Approval(string item) =>
        _definition!.Items.FirstOrDefault(each => each.Id == item) as ApprovalDefinition;

    private static void Law(bool holds, string broken)
    {
        if (!holds)
        {
            throw new LawBroken(broken);
        }
    }
}

/// <summary>Something is as it must never be.</summary>
/// <param name="law">What.</param>
internal sealed class LawBroken(string law) : Exception(law);
