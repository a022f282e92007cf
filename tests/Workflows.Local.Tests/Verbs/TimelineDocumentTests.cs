using System.Runtime.CompilerServices;
using Workflows.Local.Tests.Support;
using Workflows.Process.Definitions;

namespace Workflows.Local.Tests.Verbs;

/// <summary>
/// The whole life of every released version, punctual and late, as <c>simulate</c> prints it, is kept under docs/timelines and is
/// true. With <c>WORKFLOWS_WRITE_GOLDEN</c> set the files are written again.
/// </summary>
public sealed class TimelineDocumentTests
{
    // The step that is late: one with a limit that others wait for.
    private static readonly Dictionary<string, string> LateSteps = new()
    {
        ["lcspr"] = "send-rapid-review",
        ["serious-incident-notification"] = "looked-after-notification",
        ["national-review"] = "report",
        ["learning-review"] = "scope",
        ["serious-case-review"] = "chair-decision",
    };

    public static TheoryData<string> Keys => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_timelines_kept_are_those_that_are_lived(string key)
    {
        var punctual = await Verb.RunAsync("simulate", key);
        var late = await Verb.RunAsync("simulate", key, "--late", LateSteps[key.Split('@')[0]]);
        Assert.True(punctual.Code == 0 && late.Code == 0, punctual.Error + late.Error);
        var text = $"{punctual.Output}\n\n{late.Output}";
        var path = Path.Combine(Folder(), $"{key}.txt");
        if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_GOLDEN") is { Length: > 0 })
        {
            Directory.CreateDirectory(Folder());
            await File.WriteAllTextAsync(path, text);
        }

        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void No_timeline_is_kept_of_what_does_not_ship() => Assert.Equal(
        ProcessCatalogue.Shipped.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder()).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/timelines"));
}
