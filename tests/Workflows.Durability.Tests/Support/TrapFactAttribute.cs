using System.Runtime.InteropServices;

namespace Workflows.Durability.Tests.Support;

/// <summary>A test that sets a trap in a program: how is known for Linux on x64.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TrapFactAttribute : FactAttribute
{
    /// <summary>Skips the test elsewhere.</summary>
    public TrapFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            Skip = "The trap knows Linux on x64 only.";
        }
    }
}
