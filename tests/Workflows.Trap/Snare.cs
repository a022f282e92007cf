using System.Runtime.InteropServices;

namespace Workflows.Trap;

/// <summary>
/// Stands in the way of the calls by which the data folder is written, and does what the test asks at the n-th of them: ends
/// the program before it, after it, or in the midst of it, or lets it fail. Everything else goes on to the operating system.
/// </summary>
internal static unsafe class Snare
{
    private const int Sync = 0;
    private const int Rename = 1;
    private const int Write = 2;

    private const long KillBefore = 1;
    private const long KillAfter = 2;
    private const long KillWithin = 3;
    private const long FailFromHere = 4;
    private const long FailOnce = 5;
    private const long FailOnceAfter = 6;
    private const long KillBeforeBytes = 7;

    // Numbers of Linux's calls on x64.
    private const long SysPwrite = 18;
    private const long SysFsync = 74;
    private const long SysFdatasync = 75;
    private const long SysRename = 82;
    private const long SysKill = 62;

    private static Control s_control = null!;
    private static string s_folder = string.Empty;
    private static int s_process;

    /// <summary>Sets it.</summary>
    public static void Set(string control, string folder)
    {
        s_control = new Control(control);
        s_folder = folder;
        s_process = Environment.ProcessId;
        Native.Replace("fsync", (nint)(delegate* unmanaged<int, int>)&OnFsync);
        Native.Replace("fdatasync", (nint)(delegate* unmanaged<int, int>)&OnFdatasync);
        Native.Replace("rename", (nint)(delegate* unmanaged<byte*, byte*, int>)&OnRename);
        Native.Replace("pwrite64", (nint)(delegate* unmanaged<int, byte*, nint, long, nint>)&OnPwrite);
    }

    [UnmanagedCallersOnly]
    private static int OnFsync(int file) =>
        (int)Run(Sync, Native.PathOf(file), (SysFsync, file, 0, 0, 0), within: null);

    [UnmanagedCallersOnly]
    private static int OnFdatasync(int file) =>
        (int)Run(Sync, Native.PathOf(file), (SysFdatasync, file, 0, 0, 0), within: null);

    [UnmanagedCallersOnly]
    private static int OnRename(byte* from, byte* to) =>
        (int)Run(Rename, Marshal.PtrToStringUTF8((nint)to), (SysRename, (nint)from, (nint)to, 0, 0), within: null);

    [UnmanagedCallersOnly]
    private static nint OnPwrite(int file, byte* bytes, nint count, long at) =>
        (nint)Run(Write, Native.PathOf(file), (SysPwrite, file, (nint)bytes, count, at), (SysPwrite, file, (nint)bytes, count / 2, at));

    private static long Run(int kind, string? path, Call call, Call? within)
    {
        if (path is null || !path.StartsWith(s_folder, StringComparison.Ordinal))
        {
            return Native.Do(call);
        }

        s_control.Count(kind);
        if (Pictures.AreTaken)
        {
            return Picture(kind, call);
        }

        var deed = s_control.Deed;

        // The n-th sync or rename makes bytes durable that were written before it: here none of them has been.
        if (deed == KillBeforeBytes && s_control.IsNext)
        {
            Die(kind, path);
        }

        if (deed == 0 || (s_control.Kinds & (1L << kind)) == 0)
        {
            return Native.Do(call);
        }

        var one = s_control.IsTheOne();
        switch (deed)
        {
            case KillBefore when one:
                Die(kind, path);
                break;
            case KillWithin when one:
                Native.Do(within ?? call);
                Die(kind, path);
                break;
            case FailOnce when one:
            case FailFromHere when s_control.IsPast:
                s_control.Fire($"{Name(kind)} {path}");
                return Native.Fail(s_control.Error);
        }

        var result = Native.Do(call);
        switch (deed)
        {
            case KillAfter when one:
                Die(kind, path);
                break;
            case FailOnceAfter when one:
                s_control.Fire($"{Name(kind)} {path}");
                return Native.Fail(s_control.Error);
        }

        return result;
    }

    private static long Picture(int kind, Call call)
    {
        Pictures.Before();
        var result = Native.Do(call);
        if (kind != Write)
        {
            Pictures.After();
        }

        return result;
    }

    private static void Die(int kind, string path)
    {
        s_control.Fire($"{Name(kind)} {path}");
        const int Kill = 9;
        Native.Do((SysKill, s_process, Kill, 0, 0));
    }

    private static string Name(int kind) => kind switch { Sync => "sync", Rename => "rename", _ => "write" };
}
