namespace Workflows.Graph.Tests.GraphServer;

/// <summary>What the client asks of Graph, by purpose.</summary>
public enum Call
{
    CreateDraft,
    Send,
    FindDrafts,
    FindSent,
    FindFiled,
    FindRecords,
    WriteRecord,
    RenewRecord,
    FindFolder,
    MakeFolder,
    Delete,
    Delta,
    ReadSource,
}

/// <summary>What goes wrong with one call.</summary>
/// <param name="Status">The status answered; 0 for no answer at all.</param>
public sealed record Fault(int Status)
{
    /// <summary>Whether the call is carried out first.</summary>
    public bool AfterCommit { get; init; }

    /// <summary>With this, the call is held until it returns, and then carried out and answered as if nothing had been wrong.</summary>
    public Func<Task>? Before { get; init; }

    /// <summary>After how many further calls this one is carried out all the same; 0 for never.</summary>
    public int LaterBy { get; init; }

    /// <summary>The Retry-After header, as written; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The body, in place of Graph's own.</summary>
    public string? Body { get; init; }

    /// <summary>Graph's code for the error.</summary>
    public string Code { get; init; } = "serverBusy";

    /// <summary>With status 0: done once the call has arrived, in place of an answer; without it, the connection is closed in good order. Then it is reset.</summary>
    public Func<CancellationToken, Task>? Instead { get; init; }

    public static Fault Throttled(string? retryAfter = null) => new(429) { Code = "ApplicationThrottled", RetryAfter = retryAfter };

    public static Fault Unavailable(string? retryAfter = null) => new(503) { Code = "ServiceUnavailable", RetryAfter = retryAfter };

    public static Fault TimedOut(bool afterCommit) => new(504) { Code = "UnknownError", AfterCommit = afterCommit };

    public static Fault Late(int calls) => new(504) { Code = "UnknownError", LaterBy = calls };

    public static Fault Cut(bool afterCommit) => new(0) { AfterCommit = afterCommit };

    public static Fault Reset(bool afterCommit) => new(0) { AfterCommit = afterCommit, Instead = _ => Task.CompletedTask };

    public static Fault Malformed(int status, bool afterCommit) => new(status) { Body = "{\"id\": \"AAMk", AfterCommit = afterCommit };

    public static Fault Denied(int status, string code) => new(status) { Code = code };
}
