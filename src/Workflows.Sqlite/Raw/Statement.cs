using SQLitePCL;

namespace Workflows.Sqlite.Raw;

/// <summary>
/// A prepared statement. Parameters count from 1, columns from 0, as SQLite counts them. Disposing of one that its connection
/// keeps only makes it ready for the next use, and ends its read of the database.
/// </summary>
internal sealed class Statement(sqlite3 connection, sqlite3_stmt handle, bool kept) : IDisposable
{
    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, long? value)
    {
        Check(value is { } some
            ? raw.sqlite3_bind_int64(handle, parameter, some)
            : raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    public Statement Bind(int parameter, string? value)
    {
        Check(value is null
            ? raw.sqlite3_bind_null(handle, parameter)
            : raw.sqlite3_bind_text(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        var failure = Connection.Failure(connection, code);
        _ = raw.sqlite3_reset(handle); // Repeats the failure; without it the statement could not be used again.
        throw failure;
    }

    /// <summary>Runs a statement that answers nothing, and leaves it ready for the next use.</summary>
    public void Run()
    {
        Step();
        Check(raw.sqlite3_reset(handle));
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>The bytes of a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (kept)
        {
            // The answer repeats the failure of the last step, which was thrown then.
            _ = raw.sqlite3_reset(handle);
        }
        else
        {
            handle.Dispose();
        }
    }

    internal void Close() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Connection.Failure(connection, code);
        }
    }
}
