using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Calendar;
using Workflows.Reviews.Ports;
using Workflows.Web.Pages;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Support;

/// <summary>The web application with its pages, where people can be chosen as in a demonstration.</summary>
internal sealed class PageService : IAsyncDisposable
{
    private PageService(WebService service) => Service = service;

    public WebService Service { get; }

    public DateOnly Today => LondonTime.DateOf(Service.Clock.GetUtcNow());

    public static async Task<PageService> StartAsync(Action<IServiceCollection>? change = null)
    {
        WebService? service = null;
        service = await WebService.StartAsync(change: services =>
        {
            services.AddSingleton<IDemonstration>(_ => new TestDemonstration(
                service!.Mail, to => service.MoveToAsync(to), () => NextAsync(service)));
            change?.Invoke(services);
        });
        return new PageService(service);
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public PageBrowser Browser() => new(Service.As(user: null));

    /// <summary>A browser of somebody who is signed in.</summary>
    public async Task<PageBrowser> AsAsync(string role)
    {
        var browser = Browser();
        await browser.SignInAsync(TestDirectory.HolderOf(role));
        return browser;
    }

    /// <summary>Opens a review by its pages, under a reference where one is given; gives its address.</summary>
    public async Task<string> OpenReviewAsync(PageBrowser browser, string process = "lcspr", string? reference = null)
    {
        await browser.GoAsync("/reviews/open");
        for (var question = 0; question < 30 && !browser.Address.Query.Contains("done=", StringComparison.Ordinal); question++)
        {
            var form = browser.Form();
            var asksProcess = form.Has("process") && browser.Page.QuerySelector("input[type=radio][name=process]") is not null;
            form.FillIn(Today);
            if (asksProcess)
            {
                form["process"] = process;
            }
            else if (reference is not null && form.Has("reference") && browser.Page.QuerySelector("input[type=text][name=reference]") is not null)
            {
                form["reference"] = reference;
            }

            await browser.SubmitAsync(form);
        }

        return browser.Address.AbsolutePath;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static async Task<DateTimeOffset?> NextAsync(WebService service) =>
        (await service.Services.GetRequiredService<IReviewIndex>().FiguresAsync(service.Clock.GetUtcNow(), CancellationToken.None)).NextWake;
}
