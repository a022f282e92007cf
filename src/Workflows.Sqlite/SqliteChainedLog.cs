using System.Runtime.CompilerServices;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>Chains as rows of one table.</summary>
internal sealed class SqliteChainedLog(Writer writer, ReaderPool readers) : IChainedLog
{
    private const int ListedAtOnce = 500;

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalLine>> ReadAsync(string chain, long after, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return readers.ReadAsync<IReadOnlyList<JournalLine>>(
            db =>
            {
                var lines = new List<JournalLine>();
                using var rows = db.Kept("SELECT sequence, line FROM chain WHERE name = ?1 AND sequence > ?2 ORDER BY sequence");
                rows.Bind(1, chain).Bind(2, after);
                while (rows.Step())
                {
                    lines.Add(new JournalLine(rows.Int64(0), rows.Bytes(1).ToArray()));
                }

                return lines;
            },
            stop);
    }

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendAsync(string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        ChainNames.ThrowIfMalformed(chain, expected, lines);
        return writer.WriteAsync(db => Append(db, chain, expected, lines), stop);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChainSize> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = string.Empty;
        List<ChainSize> page;
        do
        {
            var from = last;
            page = await readers.ReadAsync(db => Page(db, prefix, from), stop);
            foreach (var chain in page)
            {
                last = chain.Chain;
                yield return chain;
            }
        }
        while (page.Count == ListedAtOnce);
    }

    private static AppendOutcome Append(Connection db, string chain, long expected, IReadOnlyList<JournalLine> lines)
    {
        if (Length(db, chain) != expected)
        {
            return AppendOutcome.Stale;
        }

        var insert = db.Kept("INSERT INTO chain (name, sequence, line) VALUES (?1, ?2, ?3)").Bind(1, chain);
        foreach (var line in lines)
        {
            insert.Bind(2, line.Sequence).Bind(3, line.Utf8.Span).Run();
        }

        return AppendOutcome.Appended;
    }

    private static long Length(Connection db, string chain)
    {
        using var last = db.Kept("SELECT sequence FROM chain WHERE name = ?1 ORDER BY sequence DESC LIMIT 1");
        return last.Bind(1, chain).Step() ? last.Int64(0) : 0;
    }

    // Names have no characters beyond '~', which therefore ends every prefix.
    private static List<ChainSize> Page(Connection db, string prefix, string after)
    {
        var page = new List<ChainSize>();
        using var rows = db.Kept(
            "SELECT name, max(sequence) FROM chain WHERE name > ?1 AND name >= ?2 AND name < ?3 GROUP BY name ORDER BY name LIMIT ?4");
        rows.Bind(1, after).Bind(2, prefix).Bind(3, prefix + '~').Bind(4, ListedAtOnce);
        while (rows.Step())
        {
            page.Add(new ChainSize(rows.Text(0), rows.Int64(1)));
        }

        return page;
    }
}
