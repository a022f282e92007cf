using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>A place of its own where an implementation keeps one test's reviews: empty at first, real, gone afterwards.</summary>
public interface IStorePlace : IAsyncDisposable
{
    /// <summary>The journal in this place.</summary>
    IReviewJournal Journal { get; }

    /// <summary>The index beside it.</summary>
    IReviewIndex Index { get; }

    /// <summary>The documents beside it.</summary>
    IDocumentStore Documents { get; }

    /// <summary>What links in letters lead to.</summary>
    ILinkStore Links { get; }

    /// <summary>The private papers beside it.</summary>
    IPrivatePapers Papers { get; }

    /// <summary>The chains beside it.</summary>
    IChainedLog Chains { get; }

    /// <summary>Closes everything and opens it again on the same place, as a restarted program would.</summary>
    Task ReopenAsync();
}
