using Microsoft.Data.Sqlite;

namespace Workflows.Bench;

/// <summary>What SQLite alone does with the same bytes: the measure that the engine is held against.</summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly SqliteConnection _db;
    private readonly SqliteCommand _insert;
    private long _next;

    public RawSqlite(string folder)
    {
        Directory.CreateDirectory(folder);
        _db = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")}");
        _db.Open();
        using var setup = _db.CreateCommand();
        setup.CommandText = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE line (review BLOB NOT NULL, sequence INTEGER NOT NULL, body BLOB NOT NULL,
              PRIMARY KEY (review, sequence)) WITHOUT ROWID;
            """;
        setup.ExecuteNonQuery();
        _insert = _db.CreateCommand();
        _insert.CommandText = "INSERT INTO line VALUES (@review, @sequence, @body)";
        _insert.Parameters.Add("@review", SqliteType.Blob);
        _insert.Parameters.Add("@sequence", SqliteType.Integer);
        _insert.Parameters.Add("@body", SqliteType.Blob);
        _insert.Prepare();
    }

    /// <summary>Inserts rows of these sizes, so many to a transaction; the reviews take turns.</summary>
    public void Insert(int rows, int perTransaction, byte[] body, byte[][] reviews)
    {
        for (var done = 0; done < rows; done += perTransaction)
        {
            using var transaction = _db.BeginTransaction();
            _insert.Transaction = transaction;
            for (var row = 0; row < Math.Min(perTransaction, rows - done); row++)
            {
                _insert.Parameters[0].Value = reviews[_next % reviews.Length];
                _insert.Parameters[1].Value = ++_next;
                _insert.Parameters[2].Value = body;
                _insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _db.Dispose();
    }
}
