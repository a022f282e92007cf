using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Journal;
using Workflows.Reviews.Links;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Links;

/// <summary>
/// Where the link in a letter leads. The page is the same whatever the pointer is, since it looks nothing up: it asks whoever came to
/// sign in, or to have a code sent. Only a form that is sent does anything.
/// </summary>
internal static class LinkEndpoints
{
    public const string Path = "/letters";
    private static readonly string[] Looking = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder pages)
    {
        var links = pages.MapGroup($"{Path}/{{pointer}}").WithMetadata(LinkMark.Instance);
        links.MapMethods(string.Empty, Looking, (string pointer) => PageAnswers.Show<LinkPage>((nameof(LinkPage.Pointer), pointer)))
            .PageFor(AccessRule.Anybody);
        links.MapPost("/code", SendAsync).PageFor(AccessRule.Anybody);
        links.MapMethods("/code", Looking, (string pointer) => AskCode(pointer, StatusCodes.Status200OK, error: null)).PageFor(AccessRule.Anybody);
        links.MapPost("/enter", EnterAsync).PageFor(AccessRule.Anybody);
        links.MapGet("/open", OpenAsync).PageFor(AccessRule.KnownPerson);
    }

    private static async Task<IResult> SendAsync(string pointer, HttpContext http, LetterCodes codes)
    {
        await PageForm.ReadAsync(http);
        await codes.SendAsync(pointer, http.RequestAborted);
        return Results.LocalRedirect($"{Path}/{Uri.EscapeDataString(pointer)}/code");
    }

    private static async Task<IResult> EnterAsync(string pointer, HttpContext http, LetterCodes codes, WebOptions options)
    {
        var form = await PageForm.ReadAsync(http);
        if (form.Text("code") is not { } code)
        {
            return AskCode(pointer, StatusCodes.Status400BadRequest, "Enter the code that was sent to you");
        }

        if (await codes.TryAsync(pointer, code, http.RequestAborted) is not { } link)
        {
            return AskCode(pointer, StatusCodes.Status400BadRequest, "That code is not right, or is not good any more. Try again, or have a new one sent");
        }

        await LinkSession.BeginAsync(http, pointer, link.To, options.UserClaim);
        return Results.LocalRedirect($"{Path}/{Uri.EscapeDataString(pointer)}/decision");
    }

    private static RazorComponentResult AskCode(string pointer, int status, string? error) =>
        PageAnswers.Show<CodePage>(status, (nameof(CodePage.Pointer), pointer), (nameof(CodePage.Error), error));

    // Somebody who signed in: to what the letter is about, where it was written to them or to their body.
    private static async Task<IResult> OpenAsync(
        string pointer, HttpContext http, SignedInPerson person, LetterLinks links, AccessTable access, ReviewViews views)
    {
        if (await links.FindAsync(pointer, http.RequestAborted) is not { } link
            || await access.FindAnsweredAsync(person, link.Review, number: null, http.RequestAborted) is not { } seen
            || (link.To != person.User && !person.ToldAs(seen.File.State.Partnership).Contains(link.To)))
        {
            return PageAnswers.Show<LinkGonePage>(StatusCodes.Status404NotFound);
        }

        var view = views.Of(seen.File, person);
        if (RecommendationsOf(link, view) is { Count: > 0 } numbers)
        {
            return Results.LocalRedirect($"{view.Address}/recommendations{(numbers.Count == 1 ? $"/{numbers[0]}" : "")}");
        }

        if (!seen.Whole)
        {
            return PageAnswers.Show<LinkGonePage>(StatusCodes.Status404NotFound);
        }

        return Results.LocalRedirect(TheOneItem(link, view) is { } item ? $"{view.Address}/do/{item}" : view.Address);
    }

    // A letter about recommendations leads to the one, or to their list.
    private static List<int> RecommendationsOf(LetterLink link, ReviewView view) =>
        view.State.Letters.TryGetValue(link.Letter, out var letter) && letter.Topics.All(LearningWords.IsAbout)
            ? [.. letter.Topics.Select(LearningWords.NumberOf).Distinct()] : [];

    // A letter about several things, or about something that was only told, leads to the review.
    private static string? TheOneItem(LetterLink link, ReviewView view)
    {
        if (!view.State.Letters.TryGetValue(link.Letter, out var letter)
            || letter.Kind is not (LetterKind.Request or LetterKind.ApprovalRequest or LetterKind.Reminder))
        {
            return null;
        }

        var items = letter.Topics.Select(topic => topic.Item).Distinct().ToList();
        return items is [{ } item] && view.State.Items.ContainsKey(item) ? item : null;
    }
}
