using System.Text.RegularExpressions;
using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;
using Workflows.Pages.Tests.Support;
using Workflows.Reviews.Directory;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// Somebody without an account approves by the link of a letter: looking at it changes nothing, a code comes by mail, and the decision is
/// journalled in their name.
/// </summary>
internal static partial class LinkOfLetter
{
    private const int MostActions = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var (review, approver) = await BringToApprovalAsync(host);
        var email = DemonstrationDirectory.Snapshot.People.First(person => person.User == approver).Email;
        var link = Link().Match(await LetterAsync(host, email, text => Link().IsMatch(text) && text.Contains(review, StringComparison.Ordinal))).Value;
        var before = await DecisionsAsync(host, review, approver);

        var browser = new PageBrowser(host.Http);
        await browser.GoAsync(new Uri(host.Http.BaseAddress!, link).AbsoluteUri);
        await browser.SubmitAsync(browser.Form());
        var code = SixDigits().Match(await LetterAsync(host, email, text => SixDigits().IsMatch(text))).Value;
        var entry = browser.Form();
        entry["code"] = code;
        await browser.SubmitAsync(entry);
        var heading = browser.Heading;
        var decision = browser.Form();
        decision["answer"] = "approve";
        await browser.SubmitAsync(decision);

        var after = await DecisionsAsync(host, review, approver);
        return before == 0 && after == 1
            ? $"link, code by mail, \"{heading}\", decided as {approver}; looking alone changed nothing"
            : throw new DriveException($"{before} decisions before, {after} after; the page says {browser.Answer.StatusCode} {browser.Text}");
    }

    private static async Task<(string Review, string Approver)> BringToApprovalAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var review = await host.Client.OpenAsync("lcspr", answers);
        for (var done = 0; done < MostActions; done++)
        {
            var approvals = (await host.Client.ReadAsync(review)).GetProperty("actions").EnumerateArray()
                .Where(action => action.GetProperty("kind").GetString() == "approval").ToArray();
            if (approvals is [var approval, ..])
            {
                await host.Letters.SettledAsync(review);
                return (review, ContractClient.HolderOf(approval.GetProperty("role").GetString()!));
            }

            await host.Client.ActAsync(review, answers);
        }

        throw new DriveException("No approval was asked for.");
    }

    private static async Task<string> LetterAsync(FunctionsHost host, string to, Func<string, bool> isIt)
    {
        string? found = null;
        await Patiently.UntilAsync(
            () =>
            {
                found = host.Around.Graph.Mailbox.Delivered
                    .Where(message => message.To.Contains(to, StringComparer.OrdinalIgnoreCase))
                    .Select(message => message.Content.ToJsonString())
                    .LastOrDefault(isIt);
                return Task.FromResult(found is not null);
            },
            Patience,
            "The letter did not come.");
        return found!;
    }

    private static async Task<int> DecisionsAsync(FunctionsHost host, string review, string user) =>
        (await host.Client.JournalAsync(review)).Count(line =>
            line.Contains("\"type\":\"approval", StringComparison.Ordinal) && line.Contains($"\"user\":\"{user}\"", StringComparison.Ordinal));

    [GeneratedRegex("/letters/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("(?<=Your code is )[0-9]{3} [0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
