namespace Workflows.Architecture.Tests;

/// <summary>Lines that switch a warning off. The scan passes over this file alone.</summary>
internal static class SuppressionSamples
{
    public static TheoryData<string> Silent { get; } =
    [
        "#pragma warning disable CA1000",
        "#pragma warning disable CA1000 // rule",
        "    [SuppressMessage(\"Design\", \"CA1000\")]",
        "    [assembly: SuppressMessage(\"Design\", \"CA1000\", Justification = \"\")]",
        "    <NoWarn>$(NoWarn);CA1000</NoWarn>",
        "    <PackageReference Include=\"A\" NoWarn=\"NU1701\" />",
        "    <NoWarn>CA1000</NoWarn> <!-- -->",
    ];

    public static TheoryData<string> Explained { get; } =
    [
        "#pragma warning disable CA1000 // The framework calls it by reflection.",
        "[SuppressMessage(\"Design\", \"CA1000\", Justification = \"The framework calls it.\")]",
        "    <NoWarn>CA1000</NoWarn> <!-- The generated file is not ours. -->",
        "#pragma warning restore CA1000",
    ];
}
