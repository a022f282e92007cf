namespace Workflows.Reviews.Desk;

/// <summary>Others kept changing the review meanwhile; the command was not done, and may be given again.</summary>
public sealed class StoreBusyException()
    : Exception("Others are changing this review at the same moment. Nothing was changed; try again.");
