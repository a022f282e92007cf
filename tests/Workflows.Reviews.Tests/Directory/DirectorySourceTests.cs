using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Directory;

public sealed class DirectorySourceTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly ManualTime _time = new();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_changed_file_is_used_once_the_interval_is_over()
    {
        var source = Open(Samples.TwoAreas);
        File.WriteAllText(_path, Samples.But("ann@north.example", "other@north.example"));
        Assert.Equal("ann@north.example", source.Current.AddressOf("ann"));

        _time.Pass(DirectorySource.UsualInterval);
        Assert.Equal("other@north.example", source.Current.AddressOf("ann"));
    }

    [Fact]
    public void An_unchanged_file_is_not_read_into_a_new_directory()
    {
        var source = Open(Samples.TwoAreas);
        var first = source.Current;
        File.WriteAllText(_path, Samples.TwoAreas);
        _time.Pass(DirectorySource.UsualInterval);
        Assert.Same(first, source.Current);
    }

    [Fact]
    public void A_file_that_became_bad_changes_nothing_and_shows_until_it_is_mended()
    {
        var source = Open(Samples.TwoAreas);
        File.WriteAllText(_path, Samples.But("user: eve", "user: EVE"));
        _time.Pass(DirectorySource.UsualInterval);
        Assert.Equal("South", source.Current.FindPartnership("south")?.Name);
        Assert.Equal(31, Assert.Single(source.Problems).Line);

        _time.Pass(DirectorySource.UsualInterval);
        Assert.Single(source.Problems);

        File.WriteAllText(_path, Samples.But("name: South", "name: Mended"));
        _time.Pass(DirectorySource.UsualInterval);
        Assert.Empty(source.Problems);
        Assert.Equal("Mended", source.Current.FindPartnership("south")?.Name);
    }

    [Fact]
    public void A_file_that_is_away_for_a_while_changes_nothing_and_shows()
    {
        var source = Open(Samples.TwoAreas);
        File.Delete(_path);
        _time.Pass(DirectorySource.UsualInterval);
        Assert.NotNull(source.Current.FindPerson("ann"));
        Assert.Contains("cannot be read", Assert.Single(source.Problems).What, StringComparison.Ordinal);

        File.WriteAllText(_path, Samples.TwoAreas);
        _time.Pass(DirectorySource.UsualInterval);
        Assert.Empty(source.Problems);
    }

    [Fact]
    public void A_bad_file_stops_the_start_with_every_message()
    {
        var error = Assert.Throws<DirectoryFileException>(() => Open(Samples.But("user: eve", "user: EVE")));
        Assert.Contains($"{_path}:31: 'EVE' is no identifier", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_stops_the_start() =>
        Assert.Contains("cannot be read", Assert.Throws<DirectoryFileException>(
            () => DirectorySource.OfFile(_path + ".none", _time)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_stops_the_start()
    {
        File.WriteAllBytes(_path, [0xC3, 0x28]);
        Assert.Contains("not UTF-8", Assert.Throws<DirectoryFileException>(
            () => DirectorySource.OfFile(_path, _time)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_at_the_same_moment_all_get_a_directory()
    {
        var source = Open(Samples.TwoAreas);
        Parallel.For(0, 200, _ =>
        {
            _time.Pass(DirectorySource.UsualInterval);
            Assert.Equal("ann@north.example", source.Current.AddressOf("ann"));
        });
    }

    private DirectorySource Open(string text)
    {
        File.WriteAllText(_path, text);
        return DirectorySource.OfFile(_path, _time);
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }
}
