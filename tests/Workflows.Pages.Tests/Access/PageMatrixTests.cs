using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Api.Access;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Access;

/// <summary>Every page for every kind of person, as the role table among the documents says.</summary>
public sealed partial class PageMatrixTests
{
    private static readonly string Unknown = new('a', 32);

    [Fact]
    public async Task Every_page_answers_every_kind_of_person_as_the_table_says()
    {
        await using var pages = await PageService.StartAsync();
        var (service, review) = (pages.Service, await ReviewAsync(pages));
        var version = await VersionAsync(service, review);
        var text = new StringBuilder($"| page | {string.Join(" | ", PageMatrix.People.Select(person => person.Title))} |\n|---|{string.Concat(PageMatrix.People.Select(_ => "--:|"))}\n");
        var wrong = new List<string>();
        foreach (var page in PageMatrix.All(service))
        {
            text.Append($"| `{page.Method} {page.Pattern}` |");
            foreach (var (title, user) in PageMatrix.People)
            {
                using var answer = await page.AskAsync(service, user, review);
                var status = (int)answer.StatusCode;
                text.Append($" {status} |");
                if (!Holds(page, user, answer))
                {
                    wrong.Add($"{page.Method} {page.Pattern} as {title}: {status} {answer.Headers.Location}");
                }
            }

            text.Append('\n');
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(version, await VersionAsync(service, review));
        DocumentSection.Holds("assurance/roles.md", "pages", text.ToString());
    }

    [Fact]
    public async Task At_every_page_another_partnerships_review_is_answered_exactly_as_one_that_nobody_ever_opened()
    {
        await using var pages = await PageService.StartAsync();
        var (service, review) = (pages.Service, await ReviewAsync(pages));
        var tried = 0;
        foreach (var page in PageMatrix.All(service).Where(page => page.Pattern.StartsWith("/reviews/{id}", StringComparison.Ordinal)))
        {
            foreach (var user in new[] { "other.manager", "idle.officer", "stranger" })
            {
                using var theirs = await page.AskAsync(service, user, review);
                using var nobodys = await page.AskAsync(service, user, Unknown);
                var (hidden, missing) = (await WholeAsync(theirs, review), await WholeAsync(nobodys, Unknown));
                Assert.True(hidden == missing, $"{page.Method} {page.Pattern} as {user}:\n{hidden}\n{missing}");
                tried++;
            }
        }

        Assert.True(tried > 60);
    }

    // The laws behind the cells, so that a table written anew from a hole is not taken for the rule.
    private static bool Holds(Page page, string? user, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var asksToSignIn = status == 302 && answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal);
        var ofReview = page.Rule is AccessRule.SeesReview or AccessRule.SeesRecommendation;
        return status < 500 && (page.Rule, user) switch
        {
            (AccessRule.Anybody, _) => status is 200 or 302 or 400 or 404,
            (_, null) => asksToSignIn,
            (_, "stranger") => status == 403,
            (_, "other.manager" or "idle.officer") when ofReview => status == 404,
            _ => !asksToSignIn,
        };
    }

    // A review of which the Panel was told, and whose report was handed in.
    private static async Task<string> ReviewAsync(PageService pages)
    {
        var (review, _) = await AtApproval.BringAsync(pages);
        await pages.Service.MoveToAsync(pages.Service.Clock.GetUtcNow().AddDays(40));
        return review[(review.LastIndexOf('/') + 1)..];
    }

    private static async Task<long> VersionAsync(WebService service, string review) =>
        (await service.As("manager").GetFromJsonAsync<JsonElement>($"/api/reviews/{review}")).GetProperty("version").GetInt64();

    // All of an answer but what is drawn anew for each, and the identifier that was asked for.
    private static async Task<string> WholeAsync(HttpResponseMessage answer, string review)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        var body = Drawn().Replace(await answer.Content.ReadAsStringAsync(), "…").Replace(review, "…", StringComparison.Ordinal);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}".Replace(review, "…", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=name=\"(?:token|once)\" value=\")[^\"]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Drawn();
}
