using System.Security.Cryptography;
using System.Text;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What a world did.</summary>
internal sealed record WorldReport
{
    public long Reviews { get; set; }

    public long Ended { get; set; }

    public long Commands { get; set; }

    public long Refused { get; set; }

    public long Repeated { get; set; }

    public long Wakes { get; set; }

    public long Restarts { get; set; }

    public long Faults { get; set; }

    public long Entries { get; set; }

    public long Letters { get; set; }

    public long Acknowledged { get; set; }

    public long CalendarChanges { get; set; }

    /// <summary>Versions of processes that were opened.</summary>
    public SortedSet<string> Processes { get; } = new(StringComparer.Ordinal);

    /// <summary>Stands for all that happened, and when: the same seed gives the same.</summary>
    public string Digest { get; set; } = string.Empty;

    public void Add(WorldReport other)
    {
        Reviews += other.Reviews;
        Ended += other.Ended;
        Commands += other.Commands;
        Refused += other.Refused;
        Repeated += other.Repeated;
        Wakes += other.Wakes;
        Restarts += other.Restarts;
        Faults += other.Faults;
        Entries += other.Entries;
        Letters += other.Letters;
        Acknowledged += other.Acknowledged;
        CalendarChanges += other.CalendarChanges;
        Processes.UnionWith(other.Processes);
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Digest + other.Digest)));
    }
}
