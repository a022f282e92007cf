using System.Runtime.CompilerServices;
using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Documents;

public sealed class EventTableTests
{
    [Fact]
    public void The_table_of_events_is_what_reviews_really_write()
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "events.md"));
        var table = EventTable.Write(ProcessCatalogue.Shipped);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, table);
        }

        Assert.True(
            table == File.ReadAllText(file).ReplaceLineEndings("\n"),
            "docs/events.md is no longer what happens: run with WORKFLOWS_WRITE_DOCS=1 and look at what changed.");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
