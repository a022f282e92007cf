using System.Globalization;
using Workflows.Sqlite;

namespace Workflows.Local.Clock;

/// <summary>Where the clock of a data folder stood.</summary>
/// <param name="Offset">How far from real time.</param>
/// <param name="LatestAt">The latest instant that it is known to have shown, UTC.</param>
internal sealed record ClockNote(TimeSpan Offset, DateTimeOffset LatestAt)
{
    private const string Name = "clock";

    /// <summary>Reads the note, or null where the folder has none.</summary>
    /// <param name="notes">The folder's notes.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="InvalidDataException">The note is not one.</exception>
    public static async Task<ClockNote?> FindAsync(SqliteNotes notes, CancellationToken stop)
    {
        if (await notes.FindAsync(Name, stop) is not { } text)
        {
            return null;
        }

        return text.Split(' ') is [var offset, var latest]
            && TimeSpan.TryParseExact(offset, "c", CultureInfo.InvariantCulture, out var apart)
            && DateTimeOffset.TryParseExact(
                latest, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? new ClockNote(apart, instant)
            : throw new InvalidDataException("The data folder's note of its clock cannot be read.");
    }

    /// <summary>Keeps the note; it is durable when the answer comes.</summary>
    /// <param name="notes">The folder's notes.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task SaveAsync(SqliteNotes notes, CancellationToken stop) =>
        notes.SaveAsync(Name, string.Create(CultureInfo.InvariantCulture, $"{Offset:c} {LatestAt.ToUniversalTime():O}"), stop);
}
