using Microsoft.AspNetCore.Http;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Links;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Links;

/// <summary>Finds what somebody who showed that a letter is theirs may see by its link: what that letter asks them to decide.</summary>
internal sealed class LinkVisits(LetterLinks links, AccessTable access, ReviewViews views)
{
    /// <summary>The visit, or null where there is none: no code was entered, it is too long ago, or the link was withdrawn since.</summary>
    public async Task<LinkVisit?> FindAsync(HttpContext http, string pointer)
    {
        if (!await LinkSession.IsOpenAsync(http, pointer)
            || await links.FindAsync(pointer, http.RequestAborted) is not { } link
            || access.Find(link.To) is not { } person
            || await access.FindAnsweredAsync(person, link.Review, number: null, http.RequestAborted) is not { } seen)
        {
            return null;
        }

        var view = views.Of(seen.File, person);
        var topics = view.State.Letters.TryGetValue(link.Letter, out var letter) ? letter.Topics : [];
        var items = topics.Select(topic => topic.Item).OfType<string>().Distinct()
            .Select(view.State.Items.GetValueOrDefault).OfType<ItemState>()
            .Where(item => seen.Whole && view.DefinitionOf(item) is ApprovalDefinition).ToList();
        var numbers = topics.Where(LearningWords.IsAbout).Select(LearningWords.NumberOf).ToHashSet();
        return new LinkVisit(
            $"{LinkEndpoints.Path}/{Uri.EscapeDataString(pointer)}", view, person, items,
            [.. seen.Recommendations.Where(each => numbers.Contains(each.Number)).Select(each => each.Number)], seen);
    }
}

/// <summary>What is seen by a link.</summary>
/// <param name="Address">The link's own address, without its host.</param>
/// <param name="View">The review as the recipient sees it.</param>
/// <param name="Person">The recipient.</param>
/// <param name="Approvals">The approvals that the letter is about.</param>
/// <param name="Recommendations">Numbers of the recommendations that the letter is about, of those that the recipient sees.</param>
/// <param name="Seen">What the recipient sees of the review.</param>
internal sealed record LinkVisit(
    string Address, ReviewView View, SignedInPerson Person, IReadOnlyList<ItemState> Approvals, IReadOnlyList<int> Recommendations, SeenReview Seen)
{
    public string AddressOf(int recommendation) => $"{Address}/recommendations/{recommendation}";
}
