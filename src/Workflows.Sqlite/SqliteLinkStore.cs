using System.Globalization;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>What links in letters lead to, as rows with a version.</summary>
internal sealed class SqliteLinkStore(Writer writer, ReaderPool readers) : ILinkStore
{
    /// <inheritdoc/>
    public Task<KeptLink?> FindAsync(string name, CancellationToken stop) => readers.ReadAsync(
        db =>
        {
            using var row = db.Kept("SELECT text, version FROM link WHERE name = ?1");
            return row.Bind(1, name).Step()
                ? new KeptLink(row.Text(0), row.Int64(1).ToString(CultureInfo.InvariantCulture)) : null;
        },
        stop);

    /// <inheritdoc/>
    public Task<bool> PutAsync(string name, string text, string? seen, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(name.Length, ILinkStore.NameLength, nameof(name));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, ILinkStore.MaximumText, nameof(text));
        return writer.WriteAsync(
            db =>
            {
                var before = db.Number("SELECT total_changes()");
                if (seen is null)
                {
                    db.Kept("INSERT INTO link (name, version, text) VALUES (?1, 1, ?2) ON CONFLICT (name) DO NOTHING")
                        .Bind(1, name).Bind(2, text).Run();
                }
                else if (long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                {
                    db.Kept("UPDATE link SET text = ?2, version = version + 1 WHERE name = ?1 AND version = ?3")
                        .Bind(1, name).Bind(2, text).Bind(3, version).Run();
                }

                return db.Number("SELECT total_changes()") > before;
            },
            stop);
    }
}
