using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Journal;

/// <summary>The heads of journals read or written lately by this host, so that an append need not read first.</summary>
internal sealed class JournalHeads
{
    private readonly RecentMap<ReviewId, JournalHead> _heads = new(20_000);

    public JournalHead? Find(ReviewId review) => _heads.Find(review);

    public void Keep(ReviewId review, JournalHead head) => _heads.Keep(review, head);

    public void Forget(ReviewId review) => _heads.Forget(review);
}
