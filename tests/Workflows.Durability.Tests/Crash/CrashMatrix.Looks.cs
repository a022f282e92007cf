using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Durability.Tests.Crash;

/// <summary>What is looked at from outside.</summary>
internal sealed partial class CrashMatrix
{
    /// <summary>Looks from outside at all there is: every command that was answered, every letter once, nothing stuck.</summary>
    public async Task JudgeAsync()
    {
        var now = (await program.Cast.GetAsync("/demo/clock")).GetProperty("now").GetDateTimeOffset();
        var letters = (await program.Cast.GetAsync("/demo/outbox")).EnumerateArray().ToLookup(letter => letter.GetProperty("review").GetString());
        foreach (var review in _reviews)
        {
            var journal = await program.Cast.TextAsync($"/api/reviews/{review}/journal");
            Assert.All(_acknowledged[review], key => Assert.Single(Occurrences(journal, key)));
            var seen = await program.Cast.GetAsync($"/api/reviews/{review}");
            var next = seen.GetProperty("nextWakeAt");
            Assert.True(next.ValueKind == JsonValueKind.Null || next.GetDateTimeOffset() > now, $"{review} is stuck.");
            var sent = seen.GetProperty("letters").EnumerateArray()
                .Count(letter => letter.GetProperty("state").GetString() is "confirmed");
            Assert.Equal(sent, letters[review].Count());
        }
    }

    public static IEnumerable<int> Occurrences(string journal, string key)
    {
        for (var at = -1; (at = journal.IndexOf($"\"key\":\"{key}\"", at + 1, StringComparison.Ordinal)) >= 0;)
        {
            yield return at;
        }
    }

    // What the command set off is done after its answer: letters, that is.
    private async Task EffectsAsync(int review)
    {
        for (var look = 0; look < 200 && _reviews[review] is not null && !program.HasDied; look++)
        {
            try
            {
                var seen = await program.Cast.GetAsync($"/api/reviews/{_reviews[review]}");
                if (seen.GetProperty("letters").EnumerateArray().All(letter =>
                    letter.GetProperty("state").GetString() is not ("intended" or "attempted")))
                {
                    return;
                }

                await Task.Delay(10);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException or TaskCanceledException)
            {
                return;
            }
        }
    }

    private static string FileKind(string place) => place.Contains("/documents", StringComparison.Ordinal) ? "document" : Path.GetFileName(place);

    public static string HashOf(string user, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user}\n{key}")))[..32];
}
