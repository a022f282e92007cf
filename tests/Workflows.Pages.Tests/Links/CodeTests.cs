using System.Net;
using System.Text.RegularExpressions;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.Links;

public sealed class CodeTests
{
    private const string Health = "health@fernshire.example";

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using var service = await PageService.StartAsync();
        var (browser, link) = await AskedAsync(service);
        var code = AtApproval.Code(service, Health);

        Assert.True(await AtApproval.EnterCodeAsync(browser, link, code));
        Assert.False(await AtApproval.EnterCodeAsync(service.Browser(), link, code));
    }

    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10, false)]
    public async Task A_code_is_good_for_ten_minutes(double minutes, bool isGood)
    {
        await using var service = await PageService.StartAsync();
        var (browser, link) = await AskedAsync(service);
        service.Service.Clock.MoveTo(service.Service.Clock.GetUtcNow().AddMinutes(minutes));

        Assert.Equal(isGood, await AtApproval.EnterCodeAsync(browser, link, AtApproval.Code(service, Health)));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_is_not_good_any_more()
    {
        await using var service = await PageService.StartAsync();
        var (browser, link) = await AskedAsync(service);
        var code = AtApproval.Code(service, Health).Replace(" ", "", StringComparison.Ordinal);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.False(await AtApproval.EnterCodeAsync(browser, link, wrong));
            Assert.Equal(HttpStatusCode.BadRequest, browser.Answer.StatusCode);
            Assert.StartsWith("Error: ", browser.Page.Title);
        }

        Assert.False(await AtApproval.EnterCodeAsync(browser, link, code));
    }

    [Fact]
    public async Task A_new_code_makes_the_one_before_useless()
    {
        await using var service = await PageService.StartAsync();
        var (browser, link) = await AskedAsync(service);
        var first = AtApproval.Code(service, Health);
        await AtApproval.AskForCodeAsync(browser, link);
        var second = AtApproval.Code(service, Health);

        Assert.True(first == second || !await AtApproval.EnterCodeAsync(browser, link, first));
        Assert.True(await AtApproval.EnterCodeAsync(browser, link, second));
    }

    [Fact]
    public async Task A_code_for_one_letter_is_none_for_another()
    {
        await using var service = await PageService.StartAsync();
        var (_, _) = await AskedAsync(service);
        var other = await AtApproval.LinkAsync(service, "police@fernshire.example");

        Assert.False(await AtApproval.EnterCodeAsync(service.Browser(), other, AtApproval.Code(service, Health)));
    }

    [Fact]
    public async Task For_one_link_three_codes_go_in_a_quarter_of_an_hour_and_ten_in_a_day()
    {
        await using var service = await PageService.StartAsync();
        var (browser, link) = await AskedAsync(service);
        await AtApproval.AskForCodeAsync(browser, link, times: 5);
        Assert.Equal(3, Codes(service));

        for (var quarter = 0; quarter < 6; quarter++)
        {
            service.Service.Clock.MoveTo(service.Service.Clock.GetUtcNow().AddMinutes(16));
            await AtApproval.AskForCodeAsync(browser, link, times: 3);
        }

        Assert.Equal(10, Codes(service));
    }

    [Fact]
    public async Task Ten_codes_a_day_go_to_one_address_whatever_the_link()
    {
        await using var service = await PageService.StartAsync();
        await AtApproval.BringAsync(service);
        await AtApproval.BringAsync(service);
        var links = service.Service.Mail.Sent.Where(letter => letter.To.Contains(Health) && letter.Text.Contains("/letters/", StringComparison.Ordinal))
            .Select(letter => Regex.Match(letter.Text, "/letters/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value).Distinct().ToList();
        Assert.True(links.Count >= 4, $"There are {links.Count} letters to one address.");

        foreach (var link in links)
        {
            await AtApproval.AskForCodeAsync(service.Browser(), link, times: 3);
        }

        Assert.Equal(10, Codes(service));
    }

    private static int Codes(PageService service) => service.Service.Mail.Sent.Count(letter => letter.Kind == "code" && letter.To.Contains(Health));

    private static async Task<(PageBrowser Browser, string Link)> AskedAsync(PageService service)
    {
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var browser = service.Browser();
        await AtApproval.AskForCodeAsync(browser, link);
        return (browser, link);
    }
}
