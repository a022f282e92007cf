using System.Security.Cryptography;

namespace Workflows.Local.Demo;

/// <summary>
/// Moves of the clock by their <c>Idempotency-Key</c>, so that one sent again is not made again. They are forgotten when the
/// program stops, and the oldest when there are many.
/// </summary>
internal sealed class RepeatedMoves
{
    private const int Most = 1000;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, (string Asked, DateTimeOffset Now)> _moves = [];
    private readonly Queue<string> _order = [];

    /// <summary>What a move with this key came to, and whether it asked for the same; null where there was none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="body">What is asked.</param>
    public (DateTimeOffset Now, bool IsSame)? Find(string key, byte[] body)
    {
        lock (_turn)
        {
            return _moves.TryGetValue(key, out var known) ? (known.Now, known.Asked == Hash(body)) : null;
        }
    }

    /// <summary>Keeps what a move came to.</summary>
    /// <param name="key">The key.</param>
    /// <param name="body">What was asked.</param>
    /// <param name="now">Where the clock stood then.</param>
    public void Keep(string key, byte[] body, DateTimeOffset now)
    {
        lock (_turn)
        {
            if (_moves.TryAdd(key, (Hash(body), now)))
            {
                _order.Enqueue(key);
            }

            if (_order.Count > Most)
            {
                _moves.Remove(_order.Dequeue());
            }
        }
    }

    private static string Hash(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
