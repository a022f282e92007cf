using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Support;
using Workflows.Reviews.Links;
using Workflows.Reviews.Ports;

namespace Workflows.Pages.Tests.Links;

/// <summary>A code tried by many at once: it is good once, and its tries are counted.</summary>
public sealed class CodeRaceTests
{
    private const string Health = "health@fernshire.example";

    [Fact]
    public async Task Of_many_who_enter_the_right_code_at_once_one_is_let_in()
    {
        await using var service = await PageService.StartAsync();
        var (pointer, code) = await AskedAsync(service);
        var codes = service.Service.Services.GetRequiredService<LetterCodes>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => TryAsync(codes, pointer, code))));

        Assert.Single(answers, isIn => isIn);
    }

    [Fact]
    public async Task Many_wrong_tries_at_once_use_up_the_code()
    {
        await using var service = await PageService.StartAsync();
        var (pointer, code) = await AskedAsync(service);
        var codes = service.Service.Services.GetRequiredService<LetterCodes>();
        var wrong = Enumerable.Range(0, 12).Select(at => $"{at:D6}").Where(each => each != code);

        await Task.WhenAll(wrong.Select(each => Task.Run(() => TryAsync(codes, pointer, each))));

        Assert.False(await TryAsync(codes, pointer, code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("１２３４５６")]
    [InlineData("%00")]
    [InlineData("' OR 1=1 --")]
    public async Task What_is_no_code_lets_nobody_in(string text)
    {
        await using var service = await PageService.StartAsync();
        var (pointer, _) = await AskedAsync(service);

        Assert.False(await TryAsync(service.Service.Services.GetRequiredService<LetterCodes>(), pointer, text));
    }

    private static async Task<(string Pointer, string Code)> AskedAsync(PageService service)
    {
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var browser = service.Browser();
        await browser.GoAsync(link);
        await browser.SubmitAsync(browser.Form());
        return (link["/letters/".Length..], AtApproval.Code(service, Health).Replace(" ", "", StringComparison.Ordinal));
    }

    // One who is told that many try at once is not let in either.
    private static async Task<bool> TryAsync(LetterCodes codes, string pointer, string code)
    {
        try
        {
            return await codes.TryAsync(pointer, code, CancellationToken.None) is not null;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}
