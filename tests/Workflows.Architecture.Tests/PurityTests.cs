using System.Text.RegularExpressions;

namespace Workflows.Architecture.Tests;

/// <summary>The process room decides from what it is given: it has no clock, no chance, no files and no network.</summary>
public sealed partial class PurityTests
{
    private static readonly string[] s_impure =
    [
        "System.TimeProvider", "System.Random", "System.Console", "System.IO.File", "System.IO.Directory", "System.IO.FileStream",
        "System.IO.FileInfo", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Threading.Timer",
        "System.Threading.Thread", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.DateTime.get_Now", "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Environment.get_TickCount64", "System.Environment.GetEnvironmentVariable", "System.Environment.get_MachineName",
    ];

    [Fact]
    public void The_process_room_has_no_clock_no_chance_and_no_input_or_output()
    {
        using var room = Compiled.Rooms().Single(each => each.Name == "Workflows.Process");
        var used = room.TypesUsed.Concat(room.MembersUsed).ToArray();
        Assert.Contains("System.DateOnly", used);
        Offenders.None(used.Where(name => s_impure.Contains(name) || name.StartsWith("System.Net.", StringComparison.Ordinal)));
    }

    /// <summary>Everywhere else the time comes from the <see cref="TimeProvider"/> that was injected.</summary>
    [Fact]
    public void No_source_takes_the_time_behind_the_clock_or_sleeps() => Offenders.None(
        from file in Repository.Files
        where file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
        from line in TakesTime(Repository.Lines(file))
        select $"{file}:{line}");

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("        return DateTimeOffset.UtcNow.AddDays(1);")]
    [InlineData("if (x) Thread.Sleep(10);")]
    [InlineData("_ = DateTime.Today;")]
    public void The_scan_finds(string line) => Assert.Equal([1], TakesTime([line]));

    [Fact]
    public void The_scan_passes_over_comments() => Assert.Empty(TakesTime(["    /// never DateTime.Now", "// Thread.Sleep"]));

    private static IEnumerable<int> TakesTime(string[] lines) => lines
        .Select((text, at) => (Text: text.TrimStart(), Number: at + 1))
        .Where(line => !line.Text.StartsWith("//", StringComparison.Ordinal) && TimeTaken().IsMatch(line.Text))
        .Select(line => line.Number);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bThread\.Sleep\b|\bEnvironment\.TickCount", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TimeTaken();
}
