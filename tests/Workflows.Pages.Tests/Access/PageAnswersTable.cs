using System.Text;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Api.Access;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Access;

/// <summary>What every kind of person was answered at every page, as the role table among the documents has it.</summary>
/// <param name="Text">The table.</param>
/// <param name="Broken">Cells that break a law, so that a table written anew from a hole is not taken for the rule.</param>
/// <param name="Cells">How many cells there are.</param>
internal sealed record PageAnswersTable(string Text, IReadOnlyList<string> Broken, int Cells)
{
    /// <summary>A review of which the Panel was told, and whose report was handed in.</summary>
    public static async Task<string> ReviewAsync(PageService pages)
    {
        var (review, _) = await AtApproval.BringAsync(pages);
        await pages.Service.MoveToAsync(pages.Service.Clock.GetUtcNow().AddDays(40));
        return review[(review.LastIndexOf('/') + 1)..];
    }

    /// <summary>Asks for every page as everybody.</summary>
    public static async Task<PageAnswersTable> AskAsync(WebService service, string review)
    {
        var text = new StringBuilder($"| page | {string.Join(" | ", PageMatrix.People.Select(person => person.Title))} |\n|---|{string.Concat(PageMatrix.People.Select(_ => "--:|"))}\n");
        var (broken, cells) = (new List<string>(), 0);
        foreach (var page in PageMatrix.All(service))
        {
            text.Append($"| `{page.Method} {page.Pattern}` |");
            foreach (var (title, user) in PageMatrix.People)
            {
                using var answer = await page.AskAsync(service, user, review);
                var status = (int)answer.StatusCode;
                text.Append($" {status} |");
                cells++;
                if (!Holds(page, user, answer))
                {
                    broken.Add($"{page.Method} {page.Pattern} as {title}: {status} {answer.Headers.Location}");
                }
            }

            text.Append('\n');
        }

        return new PageAnswersTable(text.ToString(), broken, cells);
    }

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
}
