using System.Text.Json;

namespace Workflows.Durability.Tests.Crash;

/// <summary>The case that is gone through: a whole local review by its actions, with everything else that can be asked of one.</summary>
internal sealed class CrashCase(TrappedProgram program, CrashMatrix matrix)
{
    private const string Manager = "business-manager";
    private const int MostSteps = 150;

    /// <summary>Goes through it to its end.</summary>
    public async Task RunAsync()
    {
        await matrix.StepAsync((number, _) => Deedable.Post("open", Manager, "/api/reviews", new
        {
            process = "lcspr",
            partnership = "fernshire",
            reference = $"CRASH-{number}",
            facts = new { awareOn = "2026-04-07", harm = "harmed", agencies = "Health visiting" },
        }));
        await MustAsync("correct", "facts/awareOn/correction", new { value = "2026-04-02", reason = "A slip." });
        await LateAsync();
        var rejected = false;
        for (var step = 0; step < MostSteps; step++)
        {
            var review = await matrix.LookAsync();
            if (review.GetProperty("state").GetString() != "open")
            {
                return;
            }

            rejected = rejected || await RejectAsync(review);
            if (!await ActAsync(await matrix.LookAsync()))
            {
                await matrix.TimeAsync(review.GetProperty("nextWakeAt").GetDateTimeOffset().AddHours(1), most: 2);
            }
        }

        throw new InvalidOperationException("The case does not come to its end.");
    }

    // The first time limit passes with nothing done: reminders, a delay notice, and a reason for the delay.
    private async Task LateAsync()
    {
        var review = await matrix.LookAsync();
        var deadline = review.GetProperty("deadlines").EnumerateArray().First(each => each.GetProperty("state").GetString() == "pending");
        var due = DateOnly.Parse(deadline.GetProperty("dueOn").GetString()!);
        await matrix.TimeAsync(new DateTimeOffset(due.AddDays(4), new TimeOnly(12, 0), TimeSpan.Zero), most: 6);
        await MustAsync("explain", $"deadlines/{deadline.GetProperty("id").GetString()}/delay", new { reason = "Staff were away." });
    }

    private async Task<bool> RejectAsync(JsonElement review)
    {
        var approval = review.GetProperty("actions").EnumerateArray()
            .FirstOrDefault(action => action.GetProperty("kind").GetString() == "approval");
        return approval.ValueKind == JsonValueKind.Object && await matrix.StepAsync((_, id) => Deedable.Post(
            "reject", approval.GetProperty("role").GetString()!, PathIn(approval, review, id), new { decision = "reject", reason = "Not yet." }));
    }

    private async Task<bool> ActAsync(JsonElement review)
    {
        var today = (await program.Cast.GetAsync("/demo/clock")).GetProperty("now").GetString()![..10];
        foreach (var action in review.GetProperty("actions").EnumerateArray())
        {
            var usual = Deedable.Of(action, today);
            if (await matrix.StepAsync((_, id) => usual with { Path = PathIn(action, review, id) }))
            {
                return true;
            }
        }

        return false;
    }

    private async Task MustAsync(string name, string path, object body) =>
        Assert.True(await matrix.StepAsync((_, id) => Deedable.Post(name, Manager, $"/api/reviews/{id}/{path}", body)), $"{name} was refused.");

    // The same action of a review beside the first.
    private static string PathIn(JsonElement action, JsonElement review, string id) =>
        action.GetProperty("href").GetString()!.Replace(review.GetProperty("id").GetString()!, id, StringComparison.Ordinal);
}
