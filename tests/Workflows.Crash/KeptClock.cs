using System.Globalization;
using Workflows.Sqlite;

namespace Workflows.Crash;

/// <summary>A clock that stands where it was last moved to, also after the program was killed.</summary>
internal sealed class KeptClock : TimeProvider
{
    private const string Note = "clock";
    private DateTimeOffset _now = new(2026, 4, 7, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public async Task ReadAsync(SqliteNotes notes)
    {
        if (await notes.FindAsync(Note, CancellationToken.None) is { } text)
        {
            _now = DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
        }
    }

    // Kept first: what is written after it is never later than what is kept.
    public async Task MoveAsync(TimeSpan by, SqliteNotes notes)
    {
        var to = _now + by;
        await notes.SaveAsync(Note, to.ToString("O", CultureInfo.InvariantCulture), CancellationToken.None);
        _now = to;
    }
}
