namespace Workflows.Trap;

/// <summary>A call of the operating system, by its number.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Call(long Number, nint A, nint B, nint C, long D)
{
    public static implicit operator Call((long Number, nint A, nint B, nint C, long D) call) =>
        new(call.Number, call.A, call.B, call.C, call.D);
}
