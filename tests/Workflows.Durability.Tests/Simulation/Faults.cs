using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What goes wrong, and when: told by the seed alone.</summary>
/// <param name="random">Chance.</param>
/// <param name="oneIn">One call of a port in so many goes wrong; 0 for none.</param>
internal sealed class Faults(Random random, int oneIn)
{
    /// <summary>How many faults there were, by kind.</summary>
    public SortedDictionary<string, long> Fired { get; } = new(StringComparer.Ordinal);

    /// <summary>How many calls could have gone wrong.</summary>
    public long Calls { get; private set; }

    /// <summary>Whether everything works for now.</summary>
    public bool AreOff { get; set; }

    public long Total => Fired.Values.Sum();

    /// <summary>Whether something goes wrong here.</summary>
    public bool Strike(string kind)
    {
        Calls++;
        if (AreOff || oneIn == 0 || random.Next(oneIn) != 0)
        {
            return false;
        }

        Count(kind);
        return true;
    }

    /// <summary>The store refuses, or the program ends, before what was asked is done.</summary>
    public void Before(string port)
    {
        if (Strike($"{port} refused"))
        {
            throw new StoreUnavailableException("The simulated store refuses.", inner: null);
        }

        if (Strike($"{port}: ended before"))
        {
            throw new ProgramEnded();
        }
    }

    /// <summary>What was asked is done, and the answer is lost, or the program ends.</summary>
    public void After(string port)
    {
        if (Strike($"{port} failed after commit"))
        {
            throw new StoreUnavailableException("The simulated store's answer was lost.", inner: null);
        }

        if (Strike($"{port}: ended after"))
        {
            throw new ProgramEnded();
        }
    }

    private void Count(string kind) => Fired[kind] = Fired.GetValueOrDefault(kind) + 1;
}

/// <summary>The program has ended here, as by a power cut.</summary>
internal sealed class ProgramEnded() : Exception("The simulated program ended.");
