namespace Workflows.Graph.Connection;

/// <summary>What a failed call to Graph leaves us knowing.</summary>
internal enum FaultKind
{
    /// <summary>Certainly nothing was done: throttled, not signed in, or the service was never reached. Later may do.</summary>
    NotDone,

    /// <summary>Done or not, nobody can tell: no answer in time, a server error, a cut connection, an answer that cannot be read.</summary>
    Unclear,

    /// <summary>The item or folder is not there (any longer).</summary>
    Missing,

    /// <summary>Something of that name is there already.</summary>
    Exists,

    /// <summary>The place in a delta query is forgotten: start from the beginning.</summary>
    Expired,

    /// <summary>Nothing was done, and repeating will not help.</summary>
    Refused,
}

/// <summary>A failed call to Graph. Its reason is made of our own words and Graph's error code: never an address.</summary>
/// <param name="kind">What is known.</param>
/// <param name="reason">Why, in plain words.</param>
/// <param name="retryAfter">How long the service asks to be left alone, or null.</param>
internal sealed class GraphFaultException(FaultKind kind, string reason, TimeSpan? retryAfter = null) : Exception(reason)
{
    public FaultKind Kind { get; } = kind;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
