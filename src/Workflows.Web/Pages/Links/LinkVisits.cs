using Microsoft.AspNetCore.Http;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Links;
using Workflows.Web.Api.Access;
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
            || await access.FindAsync(person, link.Review, http.RequestAborted) is not { } seen)
        {
            return null;
        }

        var view = views.Of(seen.File, person);
        var topics = view.State.Letters.TryGetValue(link.Letter, out var letter) ? letter.Topics : [];
        var items = topics.Select(topic => topic.Item).OfType<string>().Distinct()
            .Select(view.State.Items.GetValueOrDefault).OfType<ItemState>()
            .Where(item => view.DefinitionOf(item) is ApprovalDefinition).ToList();
        return new LinkVisit($"{LinkEndpoints.Path}/{Uri.EscapeDataString(pointer)}", view, person, items);
    }
}

/// <summary>What is seen by a link.</summary>
/// <param name="Address">The link's own address, without its host.</param>
/// <param name="View">The review as the recipient sees it.</param>
/// <param name="Person">The recipient.</param>
/// <param name="Approvals">The approvals that the letter is about.</param>
internal sealed record LinkVisit(string Address, ReviewView View, SignedInPerson Person, IReadOnlyList<ItemState> Approvals);
