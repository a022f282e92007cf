using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>
/// A mail service that fails in every way there is, and what reached people. It looks for a letter before sending from the second
/// attempt on, and where a person has asked for it again: whoever tries a first attempt twice sends twice. A copy whose answer was
/// unclear cannot be found; it is sent once more for every time that a person has asked.
/// </summary>
internal sealed class Mailbox(Faults faults, Hole hole) : IMailSender
{
    private readonly Dictionary<string, int> _delivered = [];
    private readonly HashSet<string> _found = [];
    private readonly Dictionary<string, int> _sentAgain = [];

    /// <summary>Letters by their key, with how often each was delivered.</summary>
    public IReadOnlyDictionary<string, int> Delivered => _delivered;

    /// <summary>How often a person asked for a letter again, by its key: so often it may come more than once.</summary>
    public Dictionary<string, int> AskedAgain { get; } = [];

    public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
    {
        if (faults.Strike("mail: ended before"))
        {
            throw new ProgramEnded();
        }

        var looks = letter.Attempt > 1 || letter.PersonAskedAgain;
        if (looks && _found.Contains(letter.Key))
        {
            return Result(new MailResult.Sent("found"));
        }

        var mayHaveGone = looks && _delivered.ContainsKey(letter.Key);
        if (mayHaveGone && _sentAgain.GetValueOrDefault(letter.Key) >= AskedAgain.GetValueOrDefault(letter.Key))
        {
            return Result(new MailResult.Unclear("It cannot be found."));
        }

        if (faults.Strike("mail: not yet"))
        {
            return Result(new MailResult.NotYet("The service is busy.", RetryAfter: null));
        }

        if (faults.Strike("mail: asked to wait"))
        {
            return Result(new MailResult.NotYet("The service is busy.", TimeSpan.FromMinutes(20)));
        }

        if (faults.Strike("mail: refused"))
        {
            return Result(new MailResult.Refused("The address is refused."));
        }

        if (faults.Strike("mail: unclear, not sent"))
        {
            return Result(new MailResult.Unclear("The answer was lost."));
        }

        _delivered[letter.Key] = _delivered.GetValueOrDefault(letter.Key) + (hole == Hole.LetterTwice && _delivered.Count == 20 ? 2 : 1);
        if (mayHaveGone)
        {
            _sentAgain[letter.Key] = _sentAgain.GetValueOrDefault(letter.Key) + 1;
        }

        if (faults.Strike("mail: unclear, sent"))
        {
            return Result(new MailResult.Unclear("The answer was lost."));
        }

        _found.Add(letter.Key);
        return faults.Strike("mail: ended after") ? throw new ProgramEnded() : Result(new MailResult.Sent("sent"));
    }

    private static Task<MailResult> Result(MailResult result) => Task.FromResult(result);
}
