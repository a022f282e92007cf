using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Browser.Tests.Support;

/// <summary>What letters lead to.</summary>
internal static partial class LinksOfLetters
{
    /// <summary>Every address in every letter, in its text and in its HTML.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(Site site) => [.. (await LettersAsync(site))
        .SelectMany(letter => Address().Matches($"{letter.GetProperty("text")} {letter.GetProperty("html")}"))
        .Select(match => match.Value).Distinct()];

    /// <summary>The address in the last letter of a kind to somebody.</summary>
    public static async Task<string> LastAsync(Site site, string to, string kind) =>
        Address().Match(Last(await LettersAsync(site), to, kind).GetProperty("text").GetString()!).Value;

    /// <summary>The last code that was sent to somebody.</summary>
    public static async Task<string> CodeAsync(Site site, string to) =>
        Code().Match(Last(await LettersAsync(site), to, "code").GetProperty("text").GetString()!).Value;

    public static async Task<int> CountAsync(Site site) => (await LettersAsync(site)).Count;

    private static JsonElement Last(List<JsonElement> letters, string to, string kind) => letters.Last(letter =>
        letter.GetProperty("kind").GetString() == kind && letter.GetProperty("to")[0].GetString() == to);

    private static async Task<List<JsonElement>> LettersAsync(Site site) => [.. (await site.Client.GetAsync("/demo/outbox")).EnumerateArray()];

    [GeneratedRegex("https?://[A-Za-z0-9:/._-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex("[0-9]{3} [0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
