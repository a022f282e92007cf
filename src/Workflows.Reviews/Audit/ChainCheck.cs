using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>Checks the lines of a chain, one after another.</summary>
internal static class ChainCheck
{
    /// <summary>What is wrong with a chain, in a sentence that names the place, or null where every line fits.</summary>
    /// <param name="key">The keys.</param>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="lines">Its lines, from the first.</param>
    public static string? Of(AuditKey key, string chain, IReadOnlyList<JournalLine> lines)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(lines);
        var (seal, expected) = (string.Empty, 1L);
        foreach (var line in lines)
        {
            if (line.Sequence != expected++)
            {
                return $"The chain {chain} has a gap before line {line.Sequence}.";
            }

            try
            {
                ChainLine.Read(key, chain, line, ref seal);
            }
            catch (ChainDamagedException damage)
            {
                return damage.Message;
            }
        }

        return null;
    }
}
