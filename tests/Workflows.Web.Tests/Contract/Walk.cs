using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Contract;

/// <summary>Carries a review to its end by its actions and the clock alone.</summary>
internal sealed class Walk(WebService service)
{
    private const int MostTurns = 400;

    public ContractClient Client { get; } = new(
        role => service.As(TestDirectory.HolderOf(role)),
        () => Process.Calendar.LondonTime.DateOf(service.Clock.GetUtcNow()));

    /// <summary>Every stage that the review stood in, in order.</summary>
    public List<string> Stages { get; } = [];

    /// <summary>Goes on until the review is no longer open.</summary>
    public Task<JsonElement> ToTheEndAsync(string address) =>
        UntilAsync(address, review => review.GetProperty("state").GetString() != "open");

    /// <summary>Goes on until the review stands as asked.</summary>
    public async Task<JsonElement> UntilAsync(string address, Func<JsonElement, bool> reached)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var review = await Client.GetAsync("business-manager", address);
            var stage = review.GetProperty("stage").GetString()!;
            if (Stages.LastOrDefault() != stage)
            {
                Stages.Add(stage);
            }

            if (reached(review))
            {
                return review;
            }

            await TurnAsync(review);
        }

        throw new InvalidOperationException($"The review did not get there in {MostTurns} turns.");
    }

    // Whatever can be done is done; where nothing can, time passes.
    private async Task TurnAsync(JsonElement review)
    {
        foreach (var action in review.GetProperty("actions").EnumerateArray())
        {
            if (await Client.TryDoAsync(action))
            {
                return;
            }
        }

        var next = review.GetProperty("nextWakeAt").GetDateTimeOffset();
        await service.MoveToAsync(next > service.Clock.GetUtcNow() ? next : service.Clock.GetUtcNow());
    }
}
