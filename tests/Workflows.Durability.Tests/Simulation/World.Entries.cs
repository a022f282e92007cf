using System.Text;
using Workflows.Process.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What the world takes note of in every entry.</summary>
internal sealed partial class World
{
    private void Take(ReviewId review, JournalEntry entry)
    {
        Report.Entries++;
        _digest.AppendData(Encoding.ASCII.GetBytes($"{review} {entry.Sequence} {entry.At.UtcTicks} {entry.Event.GetType().Name}\n"));
        switch (entry.Event)
        {
            case LetterConfirmed confirmed:
                _confirmed.Add($"{review}/{confirmed.Letter}");
                break;
            case LetterResendAsked asked:
                var key = $"{review}/{asked.Letter}";
                Mail.AskedAgain[key] = Mail.AskedAgain.GetValueOrDefault(key) + 1;
                break;
            case ReviewClosed or ReviewWithdrawn:
                Report.Ended++;
                break;
        }
    }
}
