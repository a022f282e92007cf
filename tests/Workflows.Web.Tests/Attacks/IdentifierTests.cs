using System.Net;
using System.Net.Http.Json;
using Workflows.Web.Tests.Access;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Attacks;

/// <summary>Identifiers that are guessed, written otherwise, or somebody else's.</summary>
public sealed class IdentifierTests(OneReview shared) : IClassFixture<OneReview>
{
    private static readonly string Unknown = new('a', 32);

    private string Id => shared.Address[(shared.Address.LastIndexOf('/') + 1)..];

    [Fact]
    public async Task At_every_address_another_partnerships_review_is_answered_exactly_as_one_that_nobody_ever_opened()
    {
        var tried = 0;
        foreach (var row in AccessRows.All.Where(row => row.Endpoint.Contains("/reviews/{id}", StringComparison.Ordinal)))
        {
            foreach (var user in new[] { "other.manager", "panel.officer", "idle.officer" })
            {
                var answers = new List<string>();
                foreach (var review in new[] { shared.Address, $"/api/reviews/{Unknown}" })
                {
                    using var request = row.Request(review);
                    using var answer = await shared.Service.As(user).SendAsync(request);
                    answers.Add(await WholeAnswer.OfAsync(answer));
                }

                Assert.StartsWith("404\n", answers[0], StringComparison.Ordinal);
                Assert.True(answers[0] == answers[1], $"{row.Endpoint} as {user}:\n{answers[0]}\n{answers[1]}");
                tried++;
            }
        }

        Assert.True(tried > 100);
    }

    [Fact]
    public async Task An_identifier_written_otherwise_names_nothing()
    {
        var upper = Id.ToUpperInvariant();
        string[] others =
        [
            upper, $"{Id}.", $"{Id}%20", $"%20{Id}", $"{Id}%0a", $"{Id}%2e", $"{Id};x=1", $"{Id}%2f", $"{Id}%2fjournal", $"{Id}%5c",
            $".%2f{Id}", $"..%2freviews%2f{Id}", $"{Id}%c0%80", $"{Id}%EF%BB%BF", $"%E2%80%AE{Id}", $"{{{Id}}}", Id.Insert(8, "-"), $"0x{Id}",
            Id[..31], $"{Id}0", Id.Replace('0', 'O') + "x", string.Concat(Id.Select(letter => (char)(letter + 0xFEE0))).Substring(0, 8), "*", "%25",
            "null", "undefined", "-1", "0", "_", "~", "..", "%2e%2e", "%252e%252e",
        ];
        foreach (var other in others.Where(other => other != Id))
        {
            using var answer = await shared.Service.As("manager").GetAsync(new Uri($"http://localhost/api/reviews/{other}/journal"));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{other}: {answer.StatusCode} {text}");
            Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{other}: {text}");
        }
    }

    [Theory]
    [InlineData("MANAGER")]
    [InlineData("manager ")]
    [InlineData(" manager")]
    [InlineData("manager\0")]
    [InlineData("mаnager")]
    [InlineData("manager\u200B")]
    [InlineData("ｍanager")]
    [InlineData("manager.")]
    [InlineData("other.manager\nmanager")]
    [InlineData("engine")]
    [InlineData("panel")]
    [InlineData("business-manager")]
    [InlineData("*")]
    [InlineData("")]
    public async Task A_user_whose_identifier_only_looks_like_somebodys_is_nobody_here(string user)
    {
        using var answer = await shared.Service.As(user).GetAsync(shared.Address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("known-person", (await answer.ProblemAsync()).Rule());
    }

    [Fact]
    public async Task Items_facts_and_letters_of_other_names_or_cases_name_nothing()
    {
        foreach (var path in new[] { "tasks/Notification", "tasks/NOTIFICATION", "tasks/notification.", "tasks/notification%20", "decisions/Next-Step", "approvals/rapid-review-sign-off%2f", "facts/AwareOn/correction", "facts/__proto__/correction", "deadlines/Notification/delay", "letters/LETTER-1/resend", "letters/letter-01/resend" })
        {
            using var answer = await shared.Service.As("manager").PostAsJsonAsync(
                new Uri($"http://localhost{shared.Address}/{path}"), path switch
                {
                    _ when path.StartsWith("decisions", StringComparison.Ordinal) => new { outcome = "none" },
                    _ when path.StartsWith("approvals", StringComparison.Ordinal) => new { decision = "approve" },
                    _ when path.StartsWith("facts", StringComparison.Ordinal) => new { value = "2026-05-04", reason = "R" },
                    _ when path.StartsWith("deadlines", StringComparison.Ordinal) => new { reason = "R" },
                    _ => (object)new { },
                });
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task Nobody_links_to_a_review_that_they_cannot_see_and_nobody_learns_whether_it_is_there()
    {
        using var opened = await shared.Service.As("other.manager").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf("M 1", partnership: "mossdale"));
        var theirs = opened.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

        var answers = new List<string>();
        foreach (var target in new[] { Id, Unknown })
        {
            answers.Add(await WholeAnswer.OfAsync(
                shared.Service, "other.manager", HttpMethod.Post, $"{theirs}/links", () => JsonContent.Create(new { review = target, kind = "related" })));
        }

        Assert.StartsWith("400\n", answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[1], answers[0]);
    }

    [Fact]
    public async Task Nobody_opens_in_another_partnership_and_nobody_learns_which_there_are()
    {
        var answers = new List<string>();
        foreach (var partnership in new[] { "mossdale", "atlantis" })
        {
            answers.Add(await WholeAnswer.OfAsync(
                shared.Service, "manager", HttpMethod.Post, "/api/reviews", () => JsonContent.Create(ReviewSetup.OpeningOf("R", partnership: partnership))));
        }

        Assert.StartsWith("404\n", answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[1], answers[0]);
    }
}
