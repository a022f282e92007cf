using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Turns;

/// <summary>
/// Marks what is done inside the wake of a review: the changes that it makes to that same review need not be told to the
/// orchestration, which gets the next wake as the wake's answer.
/// </summary>
internal static class OwnWake
{
    private static readonly AsyncLocal<ReviewId?> Current = new();

    public static bool IsOf(ReviewId review) => Current.Value == review;

    public static Scope Of(ReviewId review)
    {
        Current.Value = review;
        return default;
    }

    internal readonly struct Scope : IDisposable
    {
        public void Dispose() => Current.Value = null;
    }
}
