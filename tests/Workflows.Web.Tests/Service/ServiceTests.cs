using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Service;

public sealed class ServiceTests
{
    [Fact]
    public async Task Every_answer_carries_its_security_headers()
    {
        await using var service = await WebService.StartAsync();
        foreach (var address in new[] { "/healthz", "/nowhere", "/api/reviews", "/api/publications", "/openapi/v1.json" })
        {
            using var answer = await service.As("manager").GetAsync(address);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore, address);
        }
    }

    [Fact]
    public async Task A_store_that_is_not_there_for_now_is_503_and_says_when_to_try_again()
    {
        await using var service = await WithIndexFailing(new StoreUnavailableException("/secret/path is gone", inner: null));

        using var answer = await service.As("manager").GetAsync("/api/reviews");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("secret", (await answer.ProblemAsync()).ToString());
    }

    [Fact]
    public async Task A_fault_of_ours_is_a_problem_without_its_inside_and_is_logged()
    {
        await using var service = await WithIndexFailing(new InvalidCastException("secret inside"));

        using var answer = await service.As("manager").GetAsync("/api/reviews");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", (await answer.ProblemAsync()).ToString());
        Assert.Contains(service.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("secret inside"));
    }

    [Fact]
    public async Task A_review_whose_journal_is_damaged_says_that_it_must_be_looked_at()
    {
        var review = new string('d', 32);
        var journal = new Mock<IReviewJournal>();
        journal.Setup(each => each.ReadAsync(It.IsAny<ReviewId>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([new JournalLine(1, "{\"seal\":\"forged\"}"u8.ToArray())]);
        await using var service = await WebService.StartAsync(change: services => services.AddSingleton(journal.Object));

        using var answer = await service.As("manager").GetAsync($"/api/reviews/{review}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var problem = await answer.ProblemAsync();
        Assert.Equal("review-is-sound", problem.Rule());
        Assert.DoesNotContain("seal", problem.ToString());
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_to_wait_and_others_are_not()
    {
        await using var service = await WebService.StartAsync(options: usual => usual with { RequestBurst = 5, RequestsPerSecond = 1 });
        var statuses = new List<int>();
        HttpResponseMessage last = null!;
        for (var at = 0; at < 12; at++)
        {
            last = await service.As("manager").GetAsync("/api/processes");
            statuses.Add((int)last.StatusCode);
        }

        Assert.Contains(429, statuses);
        Assert.Equal(HttpStatusCode.OK, (await service.As("police").GetAsync("/api/processes")).StatusCode);
        if (last.StatusCode == HttpStatusCode.TooManyRequests)
        {
            Assert.Equal("request-rate", (await last.ProblemAsync()).Rule());
            Assert.NotNull(last.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task Logs_hold_nothing_that_anybody_typed()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync(reference: "FS-SECRET-7");
        await service.As("manager").GetAsync("/api/reviews?stage=typed-by-hand");
        await service.As("manager").PostAsJsonAsync($"{review}/withdrawal", new { reason = "typed-by-hand" });
        await service.As("manager").PostAsJsonAsync($"{review}/tasks/typed-by-hand", new { note = "typed-by-hand" });

        Assert.NotEmpty(service.Logs.Lines);
        Assert.All(service.Logs.Lines, line =>
        {
            Assert.DoesNotContain("typed-by-hand", line.Text);
            Assert.DoesNotContain("SECRET", line.Text);
            Assert.DoesNotContain("manager", line.Text);
        });
    }

    private static Task<WebService> WithIndexFailing(Exception problem)
    {
        var index = new Mock<IReviewIndex>();
        index.Setup(each => each.ListAsync(It.IsAny<ReviewQuery>(), It.IsAny<CancellationToken>())).ThrowsAsync(problem);
        return WebService.StartAsync(change: services => services.AddSingleton(index.Object));
    }
}
