using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Pages.Tests.Links;

public sealed class LinkSecrecyTests
{
    private const string Health = "health@fernshire.example";
    private const string Unknown = "/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task The_page_is_the_same_for_a_link_that_is_good_and_for_one_that_is_not()
    {
        await using var service = await PageService.StartAsync();
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var browser = service.Browser();

        var pages = new List<string>();
        foreach (var address in new[] { link, Unknown, "/letters/short" })
        {
            await browser.GoAsync(address);
            Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
            pages.Add(browser.Text);
            Assert.Equal("no-referrer", browser.Answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("noindex", browser.Answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.True(browser.Answer.Headers.CacheControl!.NoStore);
            await browser.SubmitAsync(browser.Form());
            Assert.Equal("Enter your code", browser.Heading);
            pages.Add(browser.Text);
        }

        Assert.Equal(2, pages.Distinct().Count());
        Assert.Single(service.Service.Mail.Sent, letter => letter.Kind == "code");
    }

    [Fact]
    public async Task Looking_with_GET_and_HEAD_sends_no_code_and_decides_nothing()
    {
        await using var service = await PageService.StartAsync();
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var before = service.Service.Mail.Sent.Count;
        using var client = service.Service.As(user: null);

        foreach (var path in new[] { "", "/code", "/open", "/decision", "/enter", $"/decision/{AtApproval.SignOff}" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, link + path);
                using var answer = await client.SendAsync(request);
                Assert.True((int)answer.StatusCode is 200 or 302 or 405, $"{method} {path}: {answer.StatusCode}");
            }
        }

        Assert.Equal(before, service.Service.Mail.Sent.Count);
    }

    [Fact]
    public async Task What_is_kept_holds_neither_the_pointer_nor_the_code()
    {
        await using var service = await PageService.StartAsync();
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var browser = service.Browser();
        await browser.GoAsync(link);
        await browser.SubmitAsync(browser.Form());
        var pointer = link["/letters/".Length..];
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pointer)));

        var kept = await service.Service.Services.GetRequiredService<ILinkStore>().FindAsync(name, CancellationToken.None);

        Assert.NotNull(kept);
        Assert.DoesNotContain(pointer, kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(AtApproval.Code(service, Health).Replace(" ", "", StringComparison.Ordinal), kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Health, kept.Text, StringComparison.Ordinal);
    }
}
