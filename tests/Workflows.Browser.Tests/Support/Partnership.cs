using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>The people of a review, each at a browser, who do what pages ask of them, as a review's page says whose turn it is.</summary>
internal sealed class Partnership(Site site, Screen screen, Func<IPage, Task>? look = null)
{
    private const int MostTurns = 200;
    private const int DaysAtOnce = 21;

    private const string Read = """
        () => ({
            state: document.querySelector('main .govuk-summary-list__value').textContent.trim(),
            mine: [...document.querySelectorAll('main .govuk-task-list__link')].map(each => each.getAttribute('href')),
            others: [...document.querySelectorAll('[aria-label="What waits for others"] tbody tr')].map(each => each.cells[1].textContent),
        })
        """;

    private static readonly Dictionary<string, string[]> Holders = new()
    {
        ["Business manager"] = ["business.manager"],
        ["Local authority"] = ["authority.partner"],
        ["Integrated care board"] = ["health.partner"],
        ["Police"] = ["police.partner"],
        ["Agency lead"] = ["agency.lead.education", "agency.lead.health"],
        ["Lead reviewer"] = ["lead.reviewer"],
        ["Quality assurer"] = ["quality.assurer"],
        ["Panel officer"] = ["panel.officer"],
    };

    private readonly Dictionary<string, IPage> _pages = [];
    private int _moves;

    /// <summary>What is left undone as long as anything else can be done: the end of an action's address, or null.</summary>
    public string? Left { get; set; }

    /// <summary>Address of the review.</summary>
    public string Review { get; private set; } = string.Empty;

    /// <summary>The browser of a person, signed in.</summary>
    public async Task<IPage> AsAsync(string user) =>
        _pages.TryGetValue(user, out var page) ? page : _pages[user] = await site.PersonAsync(user, screen);

    /// <summary>Opens a review, one question a page.</summary>
    public async Task OpenAsync(string reference = "PAGES-1")
    {
        var page = await AsAsync("business.manager");
        await page.GotoAsync("/reviews/open");
        var today = await TodayAsync();
        while (!page.Url.Contains("done=", StringComparison.Ordinal))
        {
            await LookAsync(page);
            if (await page.Locator("input[name=process]:not([type=hidden])").CountAsync() > 0)
            {
                await page.Locator("input[name=process][value=lcspr]").CheckAsync();
            }
            else if (await page.Locator("textarea[name='facts.agencies']").CountAsync() > 0)
            {
                await page.Locator("textarea[name='facts.agencies']").FillAsync("Health visiting\nEducation");
            }
            else
            {
                await page.FillAsync(today, reference);
            }

            await page.SendAsync();
        }

        Review = new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Goes on until the review is closed.</summary>
    public Task ToTheEndAsync() => UntilAsync(async page => await page.Locator("main .govuk-summary-list__value").First.InnerTextAsync() == "Closed");

    /// <summary>Goes on until something stands on the review's page as its business manager sees it.</summary>
    public async Task UntilAsync(Func<IPage, Task<bool>> isThere)
    {
        var manager = await AsAsync("business.manager");
        for (var turn = 0; turn < MostTurns; turn++)
        {
            await manager.GotoAsync(Review);
            await LookAsync(manager);
            if (await isThere(manager))
            {
                return;
            }

            var stands = await manager.EvaluateAsync<Standing>(Read);
            if (!(await FirstOfAsync(manager, stands.Mine) || await OthersAsync(stands.Others)))
            {
                await MoveClockAsync(manager);
            }
        }

        Assert.Fail($"The review does not go on: {await manager.Locator("main").InnerTextAsync()}");
    }

    // Each of those who are waited for does all that is theirs.
    private async Task<bool> OthersAsync(string[] roles)
    {
        var isDone = false;
        foreach (var user in roles.SelectMany(each => each.Split(" or ")).Distinct().SelectMany(role => Holders.GetValueOrDefault(role, [])))
        {
            var page = await AsAsync(user);
            await page.GotoAsync(Review);
            while (await FirstOfAsync(page, (await page.EvaluateAsync<Standing>(Read)).Mine))
            {
                isDone = true;
            }
        }

        return isDone;
    }

    // What cannot be done yet says so; then the next of the list may.
    private async Task<bool> FirstOfAsync(IPage page, string[] links)
    {
        foreach (var link in links.Where(link => Left is null || !link.EndsWith(Left, StringComparison.Ordinal)))
        {
            await page.GotoAsync(link);
            await LookAsync(page);
            await page.FillAsync(await TodayAsync());
            await page.SendAsync();
            await LookAsync(page);
            if ((await page.ErrorsAsync()).Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    // At first from event to event, as a newcomer does; then by weeks.
    private async Task MoveClockAsync(IPage page)
    {
        await page.GotoAsync("/demonstration");
        await LookAsync(page);
        if (_moves++ < 3)
        {
            await page.SendAsync();
            return;
        }

        await page.MoveToDayAsync((await TodayAsync()).AddDays(DaysAtOnce));
    }

    /// <summary>The day that the program's clock shows.</summary>
    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime((await site.Client.NowAsync()).UtcDateTime);

    private Task LookAsync(IPage page) => look?.Invoke(page) ?? Task.CompletedTask;

    /// <summary>What a review's page says.</summary>
    internal sealed class Standing
    {
        public string State { get; set; } = string.Empty;

        public string[] Mine { get; set; } = [];

        public string[] Others { get; set; } = [];
    }
}
