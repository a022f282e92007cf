using System.IO.MemoryMappedFiles;

namespace Workflows.Trap;

/// <summary>
/// The memory that the test and the trapped program share: what shall happen at which durable write, and what did. Numbers of
/// eight bytes each, in this order, and then the name of the place.
/// </summary>
internal sealed unsafe class Control
{
    /// <summary>Size of the shared file, in bytes.</summary>
    public const int Bytes = 4096;

    private const int Place = 1024;
    private readonly long* _numbers;

    /// <summary>Opens the shared file, which the test has made.</summary>
    public Control(string path)
    {
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, Bytes);
        byte* start = null;
        file.CreateViewAccessor(0, Bytes).SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _numbers = (long*)start;
    }

    /// <summary>What to do when the countdown ends; 0 for nothing.</summary>
    public long Deed => Volatile.Read(ref _numbers[0]);

    /// <summary>Kinds of write that count, a bit each.</summary>
    public long Kinds => Volatile.Read(ref _numbers[2]);

    /// <summary>The error that a failing write gives, as the operating system numbers them.</summary>
    public int Error => (int)Volatile.Read(ref _numbers[3]);

    /// <summary>Whether the write that is now made is the one; counts it.</summary>
    public bool IsTheOne() => Interlocked.Decrement(ref _numbers[1]) == 0;

    /// <summary>Whether the next write that counts is the one.</summary>
    public bool IsNext => Volatile.Read(ref _numbers[1]) == 1;

    /// <summary>Whether the countdown has ended.</summary>
    public bool IsPast => Volatile.Read(ref _numbers[1]) <= 0;

    /// <summary>Counts a write of a kind.</summary>
    public void Count(int kind) => Interlocked.Increment(ref _numbers[8 + kind]);

    /// <summary>Says that the deed was done, and where.</summary>
    public void Fire(string place)
    {
        var text = new Span<byte>((byte*)_numbers + Place, 512);
        text.Clear();
        System.Text.Encoding.UTF8.TryGetBytes(place.AsSpan(0, Math.Min(place.Length, 200)), text, out _);
        Interlocked.Increment(ref _numbers[4]);
    }
}
