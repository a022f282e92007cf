using System.Runtime.InteropServices;
using System.Text;

namespace Workflows.Trap;

/// <summary>Puts functions of our own in the place of the C library's, in this process, and calls the system past them.</summary>
internal static unsafe partial class Native
{
    private const int PageBytes = 4096;
    private const int ReadWriteExecute = 7;
    private const int ReadExecute = 5;
    private const long SysReadlink = 89;

    /// <summary>Lets whoever calls a function of the C library come to another one.</summary>
    /// <param name="name">The function.</param>
    /// <param name="instead">The other one.</param>
    public static void Replace(string name, nint instead)
    {
        var function = NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), name);
        var page = function & ~(nint)(PageBytes - 1);
        if (MemoryProtect(page, 2 * PageBytes, ReadWriteExecute) != 0)
        {
            throw new InvalidOperationException($"The function {name} cannot be replaced: error {Marshal.GetLastPInvokeError()}.");
        }

        // movabs rax, instead; jmp rax
        var code = (byte*)function;
        (code[0], code[1]) = (0x48, 0xB8);
        *(long*)(code + 2) = instead;
        (code[10], code[11]) = (0xFF, 0xE0);
        MemoryProtect(page, 2 * PageBytes, ReadExecute);
    }

    /// <summary>Calls the operating system.</summary>
    public static long Do(Call call) => SystemCall(call.Number, call.A, call.B, call.C, call.D);

    /// <summary>Answers as a call that failed.</summary>
    /// <param name="error">The error's number.</param>
    public static long Fail(int error)
    {
        *ErrorNumber() = error;
        return -1;
    }

    /// <summary>The path of an open file, or null.</summary>
    public static string? PathOf(int file)
    {
        Span<byte> name = stackalloc byte[32];
        Span<byte> path = stackalloc byte[1024];
        Encoding.ASCII.GetBytes($"/proc/self/fd/{file}\0", name);
        fixed (byte* from = name, to = path)
        {
            var length = (int)SystemCall(SysReadlink, (nint)from, (nint)to, path.Length, 0);
            return length <= 0 ? null : Encoding.UTF8.GetString(path[..length]);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial long SystemCall(long number, nint a, nint b, nint c, long d);

    [LibraryImport("libc.so.6", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MemoryProtect(nint address, nint bytes, int protection);

    [LibraryImport("libc.so.6", EntryPoint = "__errno_location")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int* ErrorNumber();
}
