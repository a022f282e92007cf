using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>Something to be shown in a real host.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="RunAsync">Shows it, and says in words what was seen; throws where it is not so.</param>
internal sealed record Scenario(string Name, Func<FunctionsHost, Task<string>> RunAsync)
{
    /// <summary>All of them, the quick ones first.</summary>
    public static readonly IReadOnlyList<Scenario> All =
    [
        new("review", WholeReview.RunAsync),
        new("health", Health.RunAsync),
        new("roles", WrongRole.RunAsync),
        new("pages", PagesThroughDoor.RunAsync),
        new("links", LinkOfLetter.RunAsync),
        new("document", LargeDocument.RunAsync),
        new("history", ShortHistory.RunAsync),
        new("storage", StorageAway.RunAsync),
        new("same-journal", SameJournal.RunAsync),
        new("sample", SampleSettings.RunAsync),
        new("settings", WrongSettings.RunAsync),
        new("wakes", LostAndDoubledWakes.RunAsync),
        new("watchdog", LostOrchestrations.RunAsync),
        new("mail", MailAway.RunAsync),
        new("kills", KilledInATurn.RunAsync),
    ];
}
