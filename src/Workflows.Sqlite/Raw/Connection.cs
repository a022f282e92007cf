using SQLitePCL;

namespace Workflows.Sqlite.Raw;

/// <summary>
/// A connection to the database, used by one thread at a time. It is as thin as it can be, since the writer's own cost must
/// stay small beside that of the disk: statements are prepared once and bound to bytes directly.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _kept = [];

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 handle) => _handle = handle;

    /// <summary>How long a statement waits for a lock that another connection holds, in milliseconds.</summary>
    private const int BusyMilliseconds = 10_000;

    /// <summary>Opens a database file, making it where it is missing.</summary>
    /// <exception cref="StoreFailedException">It cannot be opened.</exception>
    public static Connection Open(string file)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(file, out var handle, Flags, null);
        if (code != raw.SQLITE_OK)
        {
            var failure = Failure(handle, code);
            handle.Dispose();
            throw failure;
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new Connection(handle);
    }

    internal sqlite3 Handle => _handle;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Number of the row inserted last.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Pages written to the write-ahead log since this was last asked.</summary>
    public int TakePagesWritten()
    {
        const int CacheWrite = 9;
        raw.sqlite3_db_status(_handle, CacheWrite, out var pages, out _, 1);
        return pages;
    }

    /// <summary>A statement that this connection keeps prepared. Dispose of it after use, before it is asked for again.</summary>
    public Statement Kept(string sql)
    {
        if (!_kept.TryGetValue(sql, out var statement))
        {
            _kept[sql] = statement = new Statement(_handle, Compile(sql, raw.SQLITE_PREPARE_PERSISTENT), kept: true);
        }

        return statement;
    }

    /// <summary>A statement prepared for one use; its caller disposes of it.</summary>
    public Statement Prepare(string sql) => new(_handle, Compile(sql, 0), kept: false);

    /// <summary>Runs one or more statements that are not repeated often.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Failure(_handle, code);
        }
    }

    /// <summary>The first column of the only row that a statement answers with.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : throw new InvalidOperationException("No row was answered.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _kept.Values)
        {
            statement.Close();
        }

        _handle.Dispose();
    }

    internal static StoreFailedException Failure(sqlite3 handle, int code) =>
        new(code, raw.sqlite3_errmsg(handle).utf8_to_string());

    private sqlite3_stmt Compile(string sql, uint flags)
    {
        var code = raw.sqlite3_prepare_v3(_handle, sql, flags, out var statement);
        return code == raw.SQLITE_OK ? statement : throw Failure(_handle, code);
    }
}
