using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Links;
using Workflows.Pages.Tests.SignIn;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Tests.Access;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Access;

/// <summary>
/// Claim: the tests of who sees which page can fail. A hole is planted in each layer that pages have (the door, a policy, who sees a review,
/// forms, sessions, links and codes), and what those tests ask names the cell.
/// </summary>
public sealed class PlantedPageHoleTests(HoleCount count) : IClassFixture<HoleCount>
{
    [Theory]
    [InlineData(nameof(AccessHoles.NoDoor), "`GET /today` as not signed in")]
    [InlineData(nameof(AccessHoles.NoPolicy), "`GET /reviews/{id}` as business manager elsewhere")]
    [InlineData(nameof(AccessHoles.NoPartnership), "`GET /reviews/{id}` as national officer, not told: 200, not 404")]
    [InlineData(nameof(AccessHoles.WrongPartnership), "`GET /reviews/{id}/journal` as business manager elsewhere: 200, not 404")]
    [InlineData(nameof(PageHoles.NoFormToken), "`POST /sign-out` as business manager: 302, not 400")]
    public async Task A_hole_is_found_by_the_table_of_pages(string hole, string cell)
    {
        await using var pages = await PageService.StartAsync(Of(hole));

        var review = await PageAnswersTable.ReviewAsync(pages);
        WeakPolicies.Open(pages.Service);

        var table = await PageAnswersTable.AskAsync(pages.Service, review);

        count.Found(hole, cell, DocumentCells.Disagreeing(DocumentSection.Read("assurance/roles.md", "pages"), table.Text));
        if (hole != nameof(PageHoles.NoFormToken))
        {
            count.Found($"{hole}, by law", cell[..cell.IndexOf('`', 1)][1..], table.Broken);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(nameof(PageHoles.NoSeal), "a cookie without a seal")]
    [InlineData(nameof(PageHoles.NoEnd), "a copy of the cookie of somebody who signed out")]
    public async Task A_hole_in_sessions_is_found_by_cookies_that_are_nobodys(string? hole, string? cookie)
    {
        await using var pages = await PageService.StartAsync(hole is null ? null : Of(hole));

        Holds(hole, cookie, await ForeignCookies.TakenAsync(pages));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(nameof(PageHoles.ForgottenTries), "a code is good twice")]
    [InlineData(nameof(PageHoles.ForgottenTries), "a code is good after five wrong tries")]
    [InlineData(nameof(PageHoles.AgelessCodes), "a code is good after ten minutes")]
    [InlineData(nameof(PageHoles.AgelessLinks), "a link is good after ninety days")]
    public async Task A_hole_in_links_and_codes_is_found_by_their_laws(string? hole, string? law)
    {
        await using var pages = await PageService.StartAsync(hole is null ? null : Of(hole));

        Holds(hole, law, await LetterReach.BrokenAsync(pages));
    }

    private static Action<IServiceCollection> Of(string hole) => hole switch
    {
        nameof(AccessHoles.NoDoor) => AccessHoles.NoDoor,
        nameof(AccessHoles.NoPartnership) => AccessHoles.NoPartnership,
        nameof(AccessHoles.WrongPartnership) => AccessHoles.WrongPartnership,
        nameof(AccessHoles.NoPolicy) => AccessHoles.NoPolicy,
        nameof(PageHoles.NoFormToken) => PageHoles.NoFormToken,
        nameof(PageHoles.NoSeal) => PageHoles.NoSeal,
        nameof(PageHoles.NoEnd) => PageHoles.NoEnd,
        nameof(PageHoles.ForgottenTries) => PageHoles.ForgottenTries,
        nameof(PageHoles.AgelessCodes) => PageHoles.AgelessCodes,
        nameof(PageHoles.AgelessLinks) => PageHoles.AgelessLinks,
        _ => throw new ArgumentOutOfRangeException(nameof(hole), hole, "There is no such hole."),
    };

    private void Holds(string? hole, string? expected, IReadOnlyList<string> broken)
    {
        if (hole is null)
        {
            Assert.Empty(broken);
        }
        else
        {
            count.Found(hole, expected!, broken);
        }
    }
}
