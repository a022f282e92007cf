using System.Text.Json;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Journal;

/// <summary>The end of every sealed line, of a journal or of a chain beside it: <c>,"seal":"…"}</c>, over all that stands before.</summary>
internal static class SealedLine
{
    /// <summary>The seal that a line bears, or null where it does not fit.</summary>
    /// <param name="key">The keys.</param>
    /// <param name="line">The line.</param>
    /// <param name="root">The line's object.</param>
    /// <param name="before">Seal of the line before; empty for the first.</param>
    /// <exception cref="KeyNotFoundException">It bears none.</exception>
    public static string? FittingSeal(AuditKey key, JournalLine line, JsonElement root, string before)
    {
        var bytes = line.Utf8.Span;
        var cut = bytes.LastIndexOf(",\"seal\":\""u8);
        var written = root.GetProperty("seal").GetString() ?? string.Empty;
        return cut >= 0 && key.Matches(written, before, bytes[..cut]) ? written : null;
    }
}
