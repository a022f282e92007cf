using Workflows.Contracts;

namespace Workflows.Sqlite.Tests;

public sealed class SqliteNotesTests : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly SqlitePlace _place = new();

    private SqliteNotes Notes => new(_place.Store);

    [Fact]
    public async Task The_last_text_under_a_name_is_there_after_a_restart()
    {
        await Notes.SaveAsync("clock", "first", s_go);
        await Notes.SaveAsync("clock", Sample.Hostile, s_go);
        await Notes.SaveAsync("other", "", s_go);

        await _place.ReopenAsync();

        Assert.Equal(Sample.Hostile, await Notes.FindAsync("clock", s_go));
        Assert.Equal("", await Notes.FindAsync("other", s_go));
        Assert.Null(await Notes.FindAsync("never", s_go));
    }

    [Fact]
    public async Task A_name_or_text_outside_its_limits_is_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Notes.SaveAsync("", "x", s_go));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Notes.SaveAsync(new string('n', 201), "x", s_go));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Notes.SaveAsync("n", new string('x', 65_537), s_go));
        await Notes.SaveAsync(new string('n', 200), new string('x', 65_536), s_go);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _place.DisposeAsync();
}
