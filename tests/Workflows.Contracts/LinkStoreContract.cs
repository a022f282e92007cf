using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every store of links in letters must do.</summary>
public abstract class LinkStoreContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly string s_name = new('a', ILinkStore.NameLength);
    private static readonly string s_other = new('b', ILinkStore.NameLength);

    private ILinkStore Links => Place.Links;

    [Fact]
    public async Task What_was_never_kept_is_not_found() => Assert.Null(await Links.FindAsync(s_name, s_go));

    [Fact]
    public async Task What_is_kept_is_found_also_after_a_restart()
    {
        Assert.True(await Links.PutAsync(s_name, "{\"to\":\"Zoë\"}", seen: null, s_go));
        Assert.True(await Links.PutAsync(s_other, "other", seen: null, s_go));

        await Place.ReopenAsync();

        Assert.Equal("{\"to\":\"Zoë\"}", (await Links.FindAsync(s_name, s_go))?.Text);
        Assert.Equal("other", (await Links.FindAsync(s_other, s_go))?.Text);
    }

    [Fact]
    public async Task What_is_there_is_not_replaced_by_somebody_who_saw_nothing()
    {
        await Links.PutAsync(s_name, "first", seen: null, s_go);

        Assert.False(await Links.PutAsync(s_name, "second", seen: null, s_go));
        Assert.Equal("first", (await Links.FindAsync(s_name, s_go))?.Text);
    }

    [Fact]
    public async Task Only_whoever_saw_the_last_version_replaces_it()
    {
        await Links.PutAsync(s_name, "first", seen: null, s_go);
        var seen = (await Links.FindAsync(s_name, s_go))!.Version;

        Assert.True(await Links.PutAsync(s_name, "second", seen, s_go));
        Assert.False(await Links.PutAsync(s_name, "third", seen, s_go));
        Assert.Equal("second", (await Links.FindAsync(s_name, s_go))?.Text);
    }

    [Fact]
    public async Task Of_many_who_replace_it_at_once_one_does()
    {
        await Links.PutAsync(s_name, "first", seen: null, s_go);
        var seen = (await Links.FindAsync(s_name, s_go))!.Version;

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Links.PutAsync(s_name, $"{number}", seen, s_go)));

        Assert.Single(done, each => each);
    }

    [Fact]
    public async Task A_name_or_text_beyond_the_limits_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Links.PutAsync("short", "text", seen: null, s_go));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Links.PutAsync(s_name, new string('x', ILinkStore.MaximumText + 1), seen: null, s_go));
    }
}
