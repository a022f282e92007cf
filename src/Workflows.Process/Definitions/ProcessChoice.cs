using System.Diagnostics.CodeAnalysis;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Definitions;

/// <summary>The version of a process that applies to a review, or why there is none.</summary>
public sealed class ProcessChoice
{
    private ProcessChoice(
        ProcessDefinition? definition, string refusal, IReadOnlyList<ProcessAlternative> alternatives,
        IReadOnlyList<ProcessAlternative>? others = null)
    {
        Others = others ?? [];
        Definition = definition;
        Refusal = refusal;
        Alternatives = alternatives;
    }

    /// <summary>The version that applies; null where there is none.</summary>
    public ProcessDefinition? Definition { get; }

    /// <summary>Why there is none, in a sentence or two that list the versions with their dates; empty otherwise.</summary>
    public string Refusal { get; }

    /// <summary>The versions that there are of this process, with their dates, the oldest first; none: it is unknown.</summary>
    public IReadOnlyList<ProcessAlternative> Alternatives { get; }

    /// <summary>Where none applies: versions of other processes that apply on the day given, by name.</summary>
    public IReadOnlyList<ProcessAlternative> Others { get; }

    /// <summary>Whether a version applies.</summary>
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsMade => Definition is not null;

    internal static ProcessChoice Among(
        IReadOnlyList<ProcessDefinition> versions, string key, IReadOnlyDictionary<string, string> facts,
        Func<IReadOnlyList<ProcessDefinition>> everything)
    {
        List<ProcessAlternative> alternatives =
            [.. versions.Select(Alternative)];
        var asked = versions.Where(version => key == version.Id || key == version.Key).ToList();
        if (asked.Count == 0)
            return new ProcessChoice(
                null, $"There is no process '{ProblemLog.Shown(key)}'.{Listed(alternatives)}", alternatives,
                alternatives.Count > 0 ? [] : Latest(everything()));
        var choice = asked.LastOrDefault(version => IsInForce(version.Effective, facts));
        if (choice is not null)
            return new ProcessChoice(choice, "", alternatives);
        var by = asked[^1].Effective.By;
        var whatFails = key == asked[^1].Key ? $"{key} does not apply" : $"No version of {key} applies";
        if (DateOf(by, facts) is not { } date)
            return new ProcessChoice(
                null, $"Which version of {asked[^1].Id} applies is judged by {by}, which is not given.{Listed(alternatives)}", alternatives);
        return new ProcessChoice(
            null, $"{whatFails} where {by} is {date:yyyy-MM-dd}.{Listed(alternatives)}", alternatives,
            [.. everything().Where(other => other.Id != asked[^1].Id && IsInForce(other.Effective, date)).Select(Alternative)]);
    }

    private static bool IsInForce(EffectiveDates dates, IReadOnlyDictionary<string, string> facts) =>
        DateOf(dates.By, facts) is { } date && IsInForce(dates, date);

    private static bool IsInForce(EffectiveDates dates, DateOnly date) => date >= dates.From && !(date > dates.To);

    private static ProcessAlternative Alternative(ProcessDefinition version) =>
        new(version.Id, version.Version, version.Title, version.Effective);

    private static List<ProcessAlternative> Latest(IReadOnlyList<ProcessDefinition> everything) =>
        [.. everything.GroupBy(version => version.Id).Select(group => Alternative(group.Last()))];

    private static DateOnly? DateOf(string fact, IReadOnlyDictionary<string, string> facts) =>
        facts.TryGetValue(fact, out var text) && text is not null && CanonicalText.IsDate(text, out var date) ? date : null;

    private static string Listed(List<ProcessAlternative> alternatives) =>
        alternatives.Count == 0 ? "" : $" There are: {string.Join("; ", alternatives)}.";
}

/// <summary>A version that could have been meant.</summary>
/// <param name="Id">Name of the process.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Effective">The dates between which it applies, and the fact that decides.</param>
public sealed record ProcessAlternative(string Id, string Version, string Title, EffectiveDates Effective)
{
    /// <summary>Name and version.</summary>
    public string Key => $"{Id}@{Version}";

    /// <summary>When it applies, in a sentence.</summary>
    public string Why => $"It applies where {Effective.By} is {(Effective.To is { } to
        ? $"from {Effective.From:yyyy-MM-dd} to {to:yyyy-MM-dd}" : $"{Effective.From:yyyy-MM-dd} or later")}.";

    /// <summary>For example <c>lcspr@2026.1, awareOn from 2026-03-19</c>.</summary>
    /// <returns>The key and its dates.</returns>
    public override string ToString() =>
        $"{Key}, {Effective.By} from {Effective.From:yyyy-MM-dd}{(Effective.To is { } to ? $" to {to:yyyy-MM-dd}" : "")}";
}
