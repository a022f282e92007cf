using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>
/// Two years of some partnerships, in one thread, told by a seed: people act, time passes, programs end and begin again, stores
/// and mail fail, days are proclaimed. After every step the review's journal is held to the laws.
/// </summary>
internal sealed partial class World : IDisposable
{
    public static readonly byte[] Key = Encoding.ASCII.GetBytes("the key of the simulated journals");

    private static readonly TimeSpan Life = TimeSpan.FromDays(730);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("workflows-simulation-").FullName;
    private readonly Random _random;
    private readonly Calendars _calendars;
    private readonly JournalCodec _codec = new(new AuditKey(Key));
    private readonly SortedDictionary<string, Watch> _watches = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset, long)> _turns = new();
    private readonly Dictionary<string, DateTimeOffset> _setAside = [];
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Deeds _deeds;
    private readonly DateTimeOffset _end;
    private readonly bool _alone;
    private readonly Hole _hole;
    private SimulatedHost[] _hosts = [];
    private string? _calendarSeen;
    private long _order;

    public World(int seed, DateOnly from, int reviews, int oneFaultIn, Hole hole = Hole.None)
    {
        _hole = hole;
        Catalogue = hole == Hole.QuorumSkipped ? Holes.WithoutQuorum() : ProcessCatalogue.Shipped;
        _random = new Random(seed);
        _alone = _random.Next(2) == 0;
        _deeds = new Deeds(_random);
        _calendars = new Calendars(_folder);
        Clock = new VirtualClock(LondonTime.At(from, new TimeOnly(9, 0)));
        _end = Clock.GetUtcNow() + Life;
        Faults = new Faults(_random, oneFaultIn);
        Store = new MemoryStore(Faults, hole);
        Mail = new Mailbox(Faults, hole);
        Links = new MemoryLinks(Faults);
        Documents = new MemoryDocuments(Faults);
        Directory = People.Make(_random, from, _folder);
        Begin();
        for (var number = 0; number < reviews; number++)
        {
            var opening = number;
            After(_random.NextDouble() * 0.8 * Life, () => OpenAsync(opening));
        }

        for (var day = 20; day < Life.TotalDays; day += _random.Next(30, 90))
        {
            After(TimeSpan.FromDays(day), ProclaimAsync);
        }
    }

    public ProcessCatalogue Catalogue { get; }

    public VirtualClock Clock { get; }

    public Faults Faults { get; }

    public MemoryStore Store { get; }

    public Mailbox Mail { get; }

    public MemoryLinks Links { get; }

    public MemoryDocuments Documents { get; }

    public DirectorySource Directory { get; }

    public string CalendarFile => _calendars.File;

    public WorldReport Report { get; } = new();

    private DateOnly Today => LondonTime.DateOf(Clock.GetUtcNow());

    /// <summary>Lives through it, and looks at the whole at its end.</summary>
    /// <exception cref="LawBroken">A law does not hold.</exception>
    public async Task<WorldReport> RunAsync()
    {
        while (Clock.GetUtcNow() < _end)
        {
            await StepAsync();
        }

        await JudgeAsync();
        Report.Faults = Faults.Total;
        Report.CalendarChanges = _calendars.Changes;
        Report.Reviews = _watches.Count;
        Report.Digest = Convert.ToHexStringLower(_digest.GetHashAndReset());
        return Report;
    }

    public void Dispose()
    {
        Finish();
        _digest.Dispose();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private void After(TimeSpan pause, Func<Task> turn) => _turns.Enqueue(turn, (Clock.GetUtcNow() + pause, _order++));

    // Whatever comes first: somebody's turn, or a wake in the index.
    private async Task StepAsync()
    {
        var (review, at) = NextWake();
        var turn = _turns.TryPeek(out _, out var next) ? next.Item1 : DateTimeOffset.MaxValue;
        var to = turn <= at ? turn : at;
        if (to >= _end)
        {
            Clock.MoveTo(_end);
            return;
        }

        Clock.MoveTo(to);
        if (_random.Next(500) == 0)
        {
            Restart();
        }

        if (turn <= at)
        {
            await _turns.Dequeue()();
        }
        else
        {
            await WakeAsync(review);
        }
    }

    // A review whose wake failed is tried again a little later, as the hosts do.
    private (string Review, DateTimeOffset At) NextWake() => Store.Wakes
        .Select(due => (due.Review, At: _setAside.TryGetValue(due.Review, out var aside) && aside > due.At ? aside : due.At))
        .Take(50).DefaultIfEmpty((Review: string.Empty, At: DateTimeOffset.MaxValue)).MinBy(due => due.At);

    private void Begin() => _hosts = [.. Enumerable.Range(0, _alone ? 1 : 2).Select(_ => new SimulatedHost(this, _alone))];

    private void Finish()
    {
        foreach (var host in _hosts)
        {
            host.Dispose();
        }
    }

    private void Restart()
    {
        Report.Restarts++;
        Finish();
        Begin();
    }

    private SimulatedHost Host() => _hosts[_random.Next(_hosts.Length)];
}
