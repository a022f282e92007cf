using System.Runtime.InteropServices;
using System.Text.Json;
using Workflows.Functions.Drive.Around;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Client;

/// <summary>The letters of reviews: what their hosts say of them, and what left the mailbox.</summary>
internal sealed class LettersOf(ContractClient client, Surroundings around)
{
    /// <summary>Waits until nothing is due in a review and no letter of it is on its way.</summary>
    public Task SettledAsync(string review, TimeSpan? patience = null) => Patiently.UntilAsync(
        async () =>
        {
            var now = await client.ReadAsync(review);
            return States(now).All(IsSettled) && !(NextWake(now) <= TimeProvider.System.GetUtcNow());
        },
        patience ?? TimeSpan.FromMinutes(3), $"Review {review} did not come to rest.");

    /// <summary>Waits until every letter is confirmed or was not needed any more, and sees that each confirmed one left the mailbox once.</summary>
    /// <returns>What was found, in words.</returns>
    public async Task<LetterCount> AllOnceAsync(string review, TimeSpan? patience = null)
    {
        await SettledAsync(review, patience);
        var states = States(await client.ReadAsync(review));
        var delivered = around.DeliveredAbout(review);
        var count = new LetterCount(
            states.Count(state => state == "confirmed"), states.Count(state => state == "cancelled"), delivered.Count);
        if (count.Confirmed + count.Cancelled != states.Count || count.Confirmed != delivered.Count
            || delivered.Distinct().Count() != delivered.Count)
        {
            throw new DriveException($"Letters and deliveries differ: {count}; states {string.Join(' ', states)}; {string.Join(' ', delivered.Order())}");
        }

        return count;
    }

    private static bool IsSettled(string state) => state is "confirmed" or "cancelled" or "ambiguous" or "failed" or "returned";

    private static IReadOnlyList<string> States(JsonElement review) =>
        [.. review.GetProperty("letters").EnumerateArray().Select(letter => letter.GetProperty("state").GetString()!)];

    private static DateTimeOffset? NextWake(JsonElement review) =>
        review.GetProperty("nextWakeAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null;
}

/// <summary>How many letters there are.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterCount(int Confirmed, int Cancelled, int Delivered)
{
    public static LetterCount operator +(LetterCount one, LetterCount other) =>
        new(one.Confirmed + other.Confirmed, one.Cancelled + other.Cancelled, one.Delivered + other.Delivered);

    public override string ToString() => $"{Confirmed} letters confirmed, {Cancelled} cancelled, {Delivered} delivered";
}
