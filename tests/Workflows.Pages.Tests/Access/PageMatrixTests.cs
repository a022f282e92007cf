using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Durability.Tests.Support;
using Workflows.Pages.Tests.Support;
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
        var (service, review) = (pages.Service, await PageAnswersTable.ReviewAsync(pages));
        var version = await VersionAsync(service, review);

        var table = await PageAnswersTable.AskAsync(service, review);

        Assert.True(table.Broken.Count == 0, string.Join('\n', table.Broken));
        Assert.Equal(version, await VersionAsync(service, review));
        DocumentSection.Holds("assurance/roles.md", "pages", table.Text);
        Counts.Tell($"Access: {table.Cells} cells of {table.Cells / PageMatrix.People.Count} pages agree with the role table.");
    }

    [Fact]
    public async Task At_every_page_another_partnerships_review_is_answered_exactly_as_one_that_nobody_ever_opened()
    {
        await using var pages = await PageService.StartAsync();
        var (service, review) = (pages.Service, await PageAnswersTable.ReviewAsync(pages));
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
