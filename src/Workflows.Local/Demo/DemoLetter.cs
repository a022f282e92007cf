using System.Runtime.CompilerServices;
using Workflows.Sqlite;

namespace Workflows.Local.Demo;

/// <summary>A letter as the demonstration shows it.</summary>
/// <param name="Id">Its number, from 1, in the order of sending.</param>
/// <param name="To">Addresses.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Calendar">Its iCalendar attachment, or null.</param>
/// <param name="SentAt">When it was sent, by the clock of the program.</param>
/// <param name="Review">The review it is about.</param>
/// <param name="Kind">Kind of letter.</param>
internal sealed record DemoLetter(
    long Id, IReadOnlyList<string> To, string Subject, string Text, string Html, string? Calendar, DateTimeOffset SentAt,
    string Review, string Kind)
{
    private const int PageSize = 200;

    /// <summary>Letters in the order of sending.</summary>
    /// <param name="outbox">Where they are.</param>
    /// <param name="after">Number of the last one known; 0 for all.</param>
    /// <param name="review">Only those about this review; null or empty for any.</param>
    /// <param name="to">Only those to this address; null or empty for any.</param>
    /// <param name="kind">Only those of this kind; null or empty for any.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async IAsyncEnumerable<DemoLetter> ReadAsync(
        SqliteOutbox outbox, long after, string? review, string? to, string? kind, [EnumeratorCancellation] CancellationToken stop)
    {
        IReadOnlyList<OutboxLetter> page;
        do
        {
            page = await outbox.ReadAsync(after, PageSize, stop);
            foreach (var letter in page)
            {
                after = letter.Id;
                if (Is(letter.Review.Value, review) && Is(letter.Kind, kind) && letter.To.Any(address => Is(address, to)))
                {
                    yield return new DemoLetter(
                        letter.Id, letter.To, letter.Subject, letter.Text, letter.Html, letter.Calendar, letter.SentAt,
                        letter.Review.Value, letter.Kind);
                }
            }
        }
        while (page.Count == PageSize);
    }

    private static bool Is(string value, string? wanted) =>
        string.IsNullOrEmpty(wanted) || value.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
