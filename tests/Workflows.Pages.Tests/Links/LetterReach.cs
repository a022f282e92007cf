using System.Net;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.Links;

/// <summary>What of the laws of letter links and codes a service breaks, tried as somebody who has links and codes that are not good.</summary>
internal static class LetterReach
{
    private const string Health = "health@fernshire.example";
    private const string Police = "police@fernshire.example";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(16);

    /// <summary>How many laws are tried.</summary>
    public const int Laws = 6;

    /// <summary>The laws that are broken, a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(PageService service)
    {
        var broken = new List<string>();
        await AtApproval.BringAsync(service);
        var (link, other) = (await AtApproval.LinkAsync(service, Health), await AtApproval.LinkAsync(service, Police));
        Expect(!await OpensAsync(service.Browser(), link), "a link is good without a code");

        var code = await NewCodeAsync(service, link);
        Expect(!await EnterAsync(service.Browser(), other, code), "a code is good for another letter");
        Assert.True(await EnterAsync(service.Browser(), link, code));
        Expect(!await EnterAsync(service.Browser(), link, code), "a code is good twice");

        code = await NewCodeAsync(service, link);
        var browser = service.Browser();
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.False(await EnterAsync(browser, link, code == "000 000" ? "000 001" : "000 000"));
        }

        Expect(!await EnterAsync(browser, link, code), "a code is good after five wrong tries");

        code = await NewCodeAsync(service, link);
        Move(TimeSpan.FromMinutes(10));
        Expect(!await EnterAsync(service.Browser(), link, code), "a code is good after ten minutes");

        Move(TimeSpan.FromDays(91));
        var sent = Codes();
        await AtApproval.AskForCodeAsync(service.Browser(), other);
        Expect(Codes() == sent, "a link is good after ninety days");
        return broken;

        void Expect(bool holds, string otherwise)
        {
            if (!holds)
            {
                broken.Add(otherwise);
            }
        }

        void Move(TimeSpan by) => service.Service.Clock.MoveTo(service.Service.Clock.GetUtcNow() + by);
        int Codes() => service.Service.Mail.Sent.Count(letter => letter.Kind == "code");
        async Task<string> NewCodeAsync(PageService from, string of)
        {
            Move(Pause);
            await AtApproval.AskForCodeAsync(from.Browser(), of);
            return AtApproval.Code(from, Health);
        }
    }

    private static async Task<bool> EnterAsync(PageBrowser browser, string link, string code) =>
        await AtApproval.EnterCodeAsync(browser, link, code) && await OpensAsync(browser, link);

    private static async Task<bool> OpensAsync(PageBrowser browser, string link)
    {
        await browser.GoAsync($"{link}/decision");
        return browser.Answer.StatusCode == HttpStatusCode.OK && browser.Heading == "Partners sign off the rapid review";
    }
}
