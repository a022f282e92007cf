using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>Looks at each kind of page once in each of its states, for what WCAG 2.2 AA forbids.</summary>
internal sealed class Looking
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    private readonly HashSet<string> _seen = [];

    /// <summary>What was found: the page, the rule, where.</summary>
    public List<string> Found { get; } = [];

    /// <summary>How many pages were looked at.</summary>
    public int Pages => _seen.Count;

    /// <summary>Looks at a page, unless one with the same parts was looked at before.</summary>
    public async Task AtAsync(IPage page)
    {
        // The same parts in another order, with other words, cannot break another rule.
        var parts = await page.EvaluateAsync<string>(
            "[...new Set([...document.querySelectorAll('body *')].map(each => each.tagName + '.' + each.getAttribute('class') + (each.hasAttribute('open') ? '!' : '')))].sort().join()");
        if (_seen.Add(parts))
        {
            await NowAsync(page);
        }
    }

    /// <summary>Looks at a page whatever was looked at before.</summary>
    public async Task NowAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        var place = $"{new Uri(page.Url).AbsolutePath} ({await page.TitleAsync()})";
        Found.AddRange(result.Violations.Select(violation =>
            $"{place}: {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
        Assert.Single(await page.Locator("h1").AllAsync());
    }
}
