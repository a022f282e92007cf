using System.Text.Json;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Learning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Publishing;

/// <summary>A comment on the copies stands before publication until it is answered; the national repository is written to and answers.</summary>
public sealed class CommentTests
{
    private const string Said = "The Hollowmere passage names a school.";

    [Fact]
    public async Task Nothing_is_published_while_a_comment_has_no_answer_and_its_answer_is_an_action()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.Offers("publish-report"));

        var publishing = await service.DoAsync("panel.officer", $"{address}/publication/comments", new { from = "panel", text = Said });

        Assert.Equal(Said, publishing.GetProperty("comments")[0].GetProperty("text").GetString());
        var review = await service.ReadAsync(address);
        Assert.False(review.Offers("publish-report"));
        Assert.True(review.Offers("comment-1"));
        await service.WakeAsync();
        Assert.Contains(service.Mail.Sent, letter => letter.Text.Contains("Nothing is published until the comment is answered", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Mail.Sent, letter => letter.Text.Contains("Hollowmere", StringComparison.Ordinal));
        var today = Process.Calendar.LondonTime.DateOf(service.Clock.GetUtcNow());
        var publish = new { facts = new { reportPublishedOn = $"{today:yyyy-MM-dd}" } };
        Assert.Equal("comments-are-answered", (await service.RefusedAsync("manager", $"{address}/tasks/publish-report", publish, 409)).Rule());
        await service.RefusedAsync("manager", $"{address}/tasks/comment-1", new { }, 400);

        await service.DoAsync("manager", $"{address}/tasks/comment-1", new { facts = new { answer = "The passage was taken out." } });

        Assert.Equal("The passage was taken out.", (await service.ReadAsync($"{address}/publication")).GetProperty("comments")[0].GetProperty("answer").GetString());
        await service.RefusedAsync("manager", $"{address}/tasks/comment-1", new { facts = new { answer = "Again." } }, 409);
        await service.DoAsync("manager", $"{address}/tasks/publish-report", publish);
        Assert.Equal("publication-is-ahead", (await service.RefusedAsync(
            "manager", $"{address}/publication/comments", new { from = "panel", text = "Too late." }, 409)).Rule());
    }

    [Fact]
    public async Task A_client_that_knows_nothing_of_comments_carries_a_commented_review_on_by_its_actions()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.StandsIn("publication"));
        await service.DoAsync("manager", $"{address}/publication/comments", new { from = "dfe", text = Said });
        await service.DoAsync("panel.officer", $"{address}/publication/comments", new { from = "panel", text = "And another." });

        var review = await new Walk(service).UntilAsync(address, each => each.GetProperty("publications").GetArrayLength() > 0);

        Assert.False(review.Offers("comment-1"));
        Assert.All(
            (await service.ReadAsync($"{address}/publication")).GetProperty("comments").EnumerateArray(),
            comment => Assert.NotEqual(JsonValueKind.Null, comment.GetProperty("answer").ValueKind));
    }

    [Fact]
    public async Task An_officer_speaks_for_their_own_body_alone_and_a_body_is_one_of_the_process()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.StandsIn("publication"));

        await service.RefusedAsync("panel.officer", $"{address}/publication/comments", new { from = "dfe", text = Said }, 403);
        await service.RefusedAsync("agency", $"{address}/publication/comments", new { from = "panel", text = Said }, 403);
        await service.RefusedAsync("manager", $"{address}/publication/comments", new { from = "nobody", text = Said }, 400);
        await service.RefusedAsync("manager", $"{address}/publication/comments", new { from = "panel", text = Said, on = "2000-01-01" }, 400);
    }

    [Fact]
    public async Task The_repository_is_written_to_with_the_public_address_and_its_answer_is_recorded_once()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.GetProperty("publications").GetArrayLength() > 0);
        var id = (await service.ReadAsync(address)).GetProperty("publications")[0].GetProperty("id").GetString();
        var repository = $"{address}/publication/{id}/repository";
        var today = $"{Process.Calendar.LondonTime.DateOf(service.Clock.GetUtcNow()):yyyy-MM-dd}";
        Assert.Equal("offered-first", (await service.RefusedAsync("manager", $"{repository}/answer", new { answer = "held", on = today }, 409)).Rule());

        await service.DoAsync("manager", repository, new { @as = "anonymous" });
        await service.WakeAsync();

        var letter = Assert.Single(service.Mail.Sent, each => each.To.Contains("notices@repository.example"));
        Assert.Contains("without naming the partnership", letter.Text);
        Assert.Contains($"/publications/{id}", letter.Text);
        Assert.Equal("offered-once", (await service.RefusedAsync("manager", repository, new { @as = "named" }, 409)).Rule());
        var publishing = await service.DoAsync("manager", $"{repository}/answer", new { answer = "held", on = today, note = "It stands there." });
        Assert.True(publishing.GetProperty("repository")[0].GetProperty("accepted").GetBoolean());
        await service.RefusedAsync("manager", $"{repository}/answer", new { answer = "declined", on = today }, 409);
    }
}
