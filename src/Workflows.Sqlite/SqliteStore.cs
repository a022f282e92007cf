using Workflows.Reviews.Ports;
using Workflows.Sqlite.Files;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>
/// Everything that reviews need kept, in one folder of one machine: <c>reviews.db</c> with journal and index,
/// <c>documents/</c>, and <c>lock</c>, which holds the folder for one running program.
/// </summary>
public sealed class SqliteStore : IAsyncDisposable, IDisposable
{
    /// <summary>Name of the database file in the folder.</summary>
    public const string DatabaseName = "reviews.db";

    /// <summary>Name of the subfolder of documents.</summary>
    public const string DocumentsName = "documents";

    private readonly FolderLock _lock;
    private readonly ReaderPool _readers;
    private readonly Writer _writer;
    private int _closed;

    private SqliteStore(string folder, FolderLock folderLock)
    {
        Folder = folder;
        _lock = folderLock;
        var db = StoreConnections.Writer(folder);
        try
        {
            Documents = new SqliteDocumentStore(Path.Combine(folder, DocumentsName));
        }
        catch
        {
            db.Dispose();
            throw;
        }

        _writer = new Writer(db);
        _readers = new ReaderPool(() => StoreConnections.Reader(folder));
        Journal = new SqliteReviewJournal(_writer, _readers);
        Index = new SqliteReviewIndex(_writer, _readers);
        Links = new SqliteLinkStore(_writer, _readers);
        Chains = new SqliteChainedLog(_writer, _readers);
        Papers = new SqlitePrivatePapers(_writer, _readers);
    }

    /// <summary>The folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>Whether the folder can be written, as far as that can be told without writing: it is ours, and not mounted read-only.</summary>
    public bool IsWritable => Disk.IsWritable(Folder);

    /// <summary>Every review's journal.</summary>
    public IReviewJournal Journal { get; }

    /// <summary>The index of reviews.</summary>
    public IReviewIndex Index { get; }

    /// <summary>What links in letters lead to.</summary>
    public ILinkStore Links { get; }

    /// <summary>The documents.</summary>
    public IDocumentStore Documents { get; }

    /// <summary>The chains beside the journals: who looked.</summary>
    public IChainedLog Chains { get; }

    /// <summary>The private papers, in the same database.</summary>
    public IPrivatePapers Papers { get; }

    internal Writer Writer => _writer;

    internal ReaderPool Readers => _readers;

    /// <summary>Opens a folder, making it where it is missing, and upgrades what an earlier version of the program wrote.</summary>
    /// <param name="folder">Path of the folder, absolute or from the current one.</param>
    /// <exception cref="FolderInUseException">Another store has the folder.</exception>
    /// <exception cref="NewerStoreException">A later version of the program wrote it; nothing was changed.</exception>
    /// <exception cref="DamagedStoreException">Its database cannot be read, or is another program's; nothing was changed.</exception>
    /// <exception cref="IOException">The folder or a file cannot be made or opened.</exception>
    public static SqliteStore Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Disk.MakeFolder(folder);
        var folderLock = FolderLock.Take(folder);
        try
        {
            return new SqliteStore(folder, folderLock);
        }
        catch (StoreFailedException failure) when (failure.IsDamage)
        {
            folderLock.Dispose();
            throw new DamagedStoreException(folder, "it is not a database, or is damaged", failure);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Copies all of it to another folder while it runs: the database as it stands at one moment, and every document that it
    /// knows of by then. The copy is a folder to open like any other.
    /// </summary>
    /// <param name="target">Path of the copy; nothing may be there. It appears when it is whole.</param>
    /// <param name="stop">Ends it; nothing is left then.</param>
    /// <exception cref="IOException">Something is there already, the target lies in this folder, or it cannot be written.</exception>
    public Task BackupAsync(string target, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        ObjectDisposedException.ThrowIf(_closed != 0, this);
        return Task.Run(() => StoreBackup.Make(Folder, target, stop), stop);
    }

    /// <summary>The same for a folder that another program may have open and be writing to; it is not held meanwhile.</summary>
    /// <param name="folder">Path of the data folder.</param>
    /// <param name="target">Path of the copy; nothing may be there. It appears when it is whole.</param>
    /// <param name="stop">Ends it; nothing is left then.</param>
    /// <exception cref="FileNotFoundException">There is no database in the folder.</exception>
    /// <exception cref="IOException">Something is there already, the target lies in this folder, or it cannot be written.</exception>
    public static Task BackupAsync(string folder, string target, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return File.Exists(Path.Combine(folder, DatabaseName))
            ? Task.Run(() => StoreBackup.Make(folder, target, stop), stop)
            : throw new FileNotFoundException($"There are no reviews in '{folder}': it has no {DatabaseName}.");
    }

    /// <summary>
    /// Looks for damage: in the database's pages, gaps in journals, an index that stands elsewhere than its journal, and
    /// documents whose bytes are not those of their name. It reads everything, and takes its time. What lines say is not
    /// looked at.
    /// </summary>
    /// <param name="stop">Ends it.</param>
    /// <returns>What is wrong, a sentence each, at most a few hundred; nothing where all is sound.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop)
    {
        var problems = await Task.Run(() => _readers.ReadAsync(StoreCheck.Database, stop), stop);
        return [.. problems, .. await StoreCheck.DocumentsAsync(Path.Combine(Folder, DocumentsName), stop)];
    }

    /// <summary>Writes a review's rows of the index again, whatever they say, where its journal is here.</summary>
    /// <param name="summary">What its journal tells.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether there is such a review.</returns>
    public Task<bool> MendIndexAsync(ReviewSummary summary, CancellationToken stop)
    {
        var row = new SummaryRow(summary);
        return _writer.WriteAsync(db => IndexRows.PutAnew(db, row), stop);
    }

    /// <summary>Writes what was handed over before, and closes everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            await _writer.DisposeAsync();
            _readers.Dispose();
            _lock.Dispose();
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
