using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

/// <summary>A crash leaves the files as they are at that moment: copies of the files of a running store stand for it.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int LinesOfAppend = 3;

    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly TestFolder _folder = new();
    private readonly List<ReviewId> _reviews = [];
    private SqliteStore? _running;

    [Fact]
    public async Task What_was_answered_is_there_after_a_crash()
    {
        var log = await AppendAsync(reviews: 40);

        await using var store = SqliteStore.Open(Crashed("copy", log.Length));

        Assert.Empty(await store.CheckAsync(s_go));
        foreach (var review in _reviews)
        {
            Assert.Equal(
                Sample.Texts(await _running!.Journal.ReadAsync(review, 0, s_go)),
                Sample.Texts(await store.Journal.ReadAsync(review, 0, s_go)));
        }
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_commit_leaves_every_append_whole_or_absent()
    {
        var log = await AppendAsync(reviews: 12);
        var found = new HashSet<int>();

        for (var cut = 0; cut <= 20; cut++)
        {
            await using var store = SqliteStore.Open(Crashed($"cut-{cut}", (int)((long)log.Length * cut / 20)));
            Assert.Empty(await store.CheckAsync(s_go));
            var whole = 0;
            foreach (var review in _reviews)
            {
                var lines = await store.Journal.ReadAsync(review, 0, s_go);
                Assert.True(lines.Count is 0 or LinesOfAppend, $"{lines.Count} lines of an append of {LinesOfAppend}.");
                whole += lines.Count / LinesOfAppend;
            }

            found.Add(whole);
        }

        // The cuts really fell between the first append and the last.
        Assert.True(found.Count > 5 && found.Contains(_reviews.Count), string.Join(' ', found));
    }

    public Task InitializeAsync()
    {
        _running = SqliteStore.Open(_folder["data"]);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _running!.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<byte[]> AppendAsync(int reviews)
    {
        for (var i = 0; i < reviews; i++)
        {
            _reviews.Add(ReviewId.New());
            await _running!.Journal.AppendAsync(Sample.Append(_reviews[^1], 0, LinesOfAppend), s_go);
        }

        return ReadShared(Path.Combine(_folder["data"], "reviews.db-wal"));
    }

    /// <summary>A copy of the folder as a crash left it, the log cut off after so many bytes.</summary>
    private string Crashed(string name, int logBytes)
    {
        var copy = Directory.CreateDirectory(_folder[name]).FullName;
        File.WriteAllBytes(Path.Combine(copy, "reviews.db"), ReadShared(Path.Combine(_folder["data"], "reviews.db")));
        File.WriteAllBytes(
            Path.Combine(copy, "reviews.db-wal"), ReadShared(Path.Combine(_folder["data"], "reviews.db-wal"))[..logBytes]);
        return copy;
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
