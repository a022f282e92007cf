namespace Workflows.Reviews.Directory;

/// <summary>
/// Gives the directory as it now is. The file is looked at again, at most every few seconds, when somebody asks; one that has
/// become unusable changes nothing, and its problems show until it is mended. Safe to share between threads.
/// </summary>
public sealed class DirectorySource
{
    /// <summary>How long the file is not looked at again, where nothing else is said: five seconds.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(5);

    private readonly DirectoryFile? _file;
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private readonly Lock _reading = new();
    private volatile Loaded _loaded;
    private long _lookedAt;

    private DirectorySource(DirectoryFile? file, Loaded loaded, TimeProvider time, TimeSpan interval)
    {
        (_file, _loaded, _time, _interval) = (file, loaded, time, interval);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>The directory. Reads the file again where it is time to and it has changed.</summary>
    public DirectorySnapshot Current
    {
        get
        {
            LookAgain();
            return _loaded.Snapshot;
        }
    }

    /// <summary>
    /// What is wrong with the file as it now stands; empty while it is in use. For the operator: it may repeat what the file
    /// says, so a public health page gives the number only.
    /// </summary>
    public IReadOnlyList<DirectoryProblem> Problems
    {
        get
        {
            LookAgain();
            return _loaded.Problems;
        }
    }

    /// <summary>A directory in a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="time">Measures the interval.</param>
    /// <param name="interval">How long the file is not looked at again; null for <see cref="UsualInterval"/>.</param>
    /// <exception cref="DirectoryFileException">The file cannot be read or used; the message lists why.</exception>
    public static DirectorySource OfFile(string path, TimeProvider time, TimeSpan? interval = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(time);
        var file = new DirectoryFile(path);
        var reading = file.ReadIfChanged()!;
        return reading.IsUsable
            ? new DirectorySource(file, new Loaded(reading.Snapshot, []), time, interval ?? UsualInterval)
            : throw new DirectoryFileException(reading.Problems);
    }

    /// <summary>A directory that never changes.</summary>
    /// <param name="snapshot">The directory, for example <see cref="DemonstrationDirectory.Snapshot"/>.</param>
    public static DirectorySource Of(DirectorySnapshot snapshot) =>
        new(file: null, new Loaded(snapshot, []), TimeProvider.System, UsualInterval);

    // Whoever comes while another reads takes what there is.
    private void LookAgain()
    {
        if (_file is null || !IsTime() || !_reading.TryEnter())
        {
            return;
        }

        try
        {
            if (IsTime())
            {
                if (_file.ReadIfChanged() is { } reading)
                {
                    _loaded = reading.IsUsable ? new Loaded(reading.Snapshot, []) : _loaded with { Problems = reading.Problems };
                }

                Volatile.Write(ref _lookedAt, _time.GetTimestamp());
            }
        }
        finally
        {
            _reading.Exit();
        }
    }

    private bool IsTime() => _time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= _interval;

    private sealed record Loaded(DirectorySnapshot Snapshot, IReadOnlyList<DirectoryProblem> Problems);
}
