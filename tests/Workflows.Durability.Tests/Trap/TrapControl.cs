using System.IO.MemoryMappedFiles;
using System.Text;

namespace Workflows.Durability.Tests.Trap;

/// <summary>What the trap in a program does at the n-th durable write.</summary>
internal enum Deed
{
    None = 0,
    KillBefore = 1,
    KillAfter = 2,
    KillWithin = 3,
    FailFromHere = 4,
    FailOnce = 5,
    FailOnceAfter = 6,

    /// <summary>Killed before the first byte is written of what the n-th sync or rename would make durable.</summary>
    KillBeforeBytes = 7,
}

/// <summary>Kinds of durable write.</summary>
[Flags]
internal enum WriteKinds
{
    Sync = 1,
    Rename = 2,
    Write = 4,
    Durable = Sync | Rename,
    All = Durable | Write,
}

/// <summary>The test's end of the trap: a small file that the program has in its memory too (see Workflows.Trap.Control).</summary>
internal sealed class TrapControl : IDisposable
{
    private const int Bytes = 4096;
    private const int Place = 1024;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly string _path;
    private readonly string _folder;

    public TrapControl(string path, string folder)
    {
        (_path, _folder) = (path, folder);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, Bytes);
        _view = _file.CreateViewAccessor(0, Bytes);
    }

    /// <summary>Where pictures of the folder are put, at every durable write; null for none.</summary>
    public string? Pictures { get; init; }

    /// <summary>Settings of the environment that set the trap in a program.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = System.IO.Path.Combine(AppContext.BaseDirectory, "Workflows.Trap.dll"),
        ["WORKFLOWS_TRAP"] = _path,
        ["WORKFLOWS_TRAP_FOLDER"] = _folder,
        ["WORKFLOWS_TRAP_PICTURES"] = Pictures ?? string.Empty,

        // Files that the program has open for itself alone are copied too.
        ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = Pictures is null ? "0" : "1",
    };

    /// <summary>How often the trap did its deed.</summary>
    public long Fired => _view.ReadInt64(4 * sizeof(long));

    /// <summary>Whether the n-th write has been reached: the deed is done, or is being done this moment.</summary>
    public bool IsMet => _view.ReadInt64(1 * sizeof(long)) <= 0;

    /// <summary>Where the trap last did its deed: the kind of write, and the file.</summary>
    public string LastPlace
    {
        get
        {
            var text = new byte[512];
            _view.ReadArray(Place, text, 0, text.Length);
            return Encoding.UTF8.GetString(text).TrimEnd('\0').Replace(_folder, string.Empty, StringComparison.Ordinal);
        }
    }

    /// <summary>Lets the trap wait for the n-th write from now.</summary>
    public void Arm(Deed deed, int at, WriteKinds kinds = WriteKinds.Durable, int error = 0)
    {
        Disarm();
        _view.Write(1 * sizeof(long), (long)at);
        _view.Write(2 * sizeof(long), (long)kinds);
        _view.Write(3 * sizeof(long), (long)error);
        _view.Write(0, (long)deed);
    }

    /// <summary>Lets every write pass.</summary>
    public void Disarm() => _view.Write(0, 0L);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
