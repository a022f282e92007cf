using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>What the engine records while it destroys a record. Recorded before, a thing is not recorded again.</summary>
internal static class DecideDestruction
{
    public static Refusal? Begin(Turn turn, BeginDestruction command)
    {
        if (turn.State.Keeping is { OrderedAt: not null, Begun: null })
        {
            var documents = turn.State.Items.Values.SelectMany(item => item.Versions).Select(version => version.Sha256).Distinct();
            turn.Add(new DestructionBegun(documents.Count(), [.. command.Papers.Order(StringComparer.Ordinal)]));
        }

        return NotOrdered(turn);
    }

    public static Refusal? Record(Turn turn)
    {
        if (turn.State.Keeping is { Begun: not null, Destroyed: null })
        {
            turn.Add(new RecordDestroyed(Certificate(turn.State), turn.Today));
        }

        return NotOrdered(turn);
    }

    private static Refusal? NotOrdered(Turn turn) => turn.State.Keeping.Begun is not null
        ? null : Refusals.Conflict("record-is-kept", "Nobody has ordered the destruction of this record.");

    private static string Certificate(ReviewState state)
    {
        var source = $"{state.Partnership}\n{state.OpenedAt.UtcTicks}\n{state.Keeping.OrderedAt!.Value.UtcTicks}\n{state.Sequence}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 10));
    }
}
