using Workflows.Process.State;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Links;

/// <summary>A linked review.</summary>
internal sealed record LinkBody
{
    /// <summary>Identifier of the other review.</summary>
    public required string Id { get; init; }

    /// <summary>Its address.</summary>
    public required string Href { get; init; }

    /// <summary>Kind of link, for example <c>referral</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>leads</c>: this review led to the other; <c>follows</c>: it follows the other; <c>beside</c>: neither.</summary>
    public required string Side { get; init; }

    /// <summary>What the other review is to this one.</summary>
    public required string Title { get; init; }

    /// <summary>The definition that the other runs under.</summary>
    public required ReviewProcess Process { get; init; }

    /// <summary>Case reference of the other.</summary>
    public required string Reference { get; init; }

    /// <summary>Partnership of the other.</summary>
    public required string Partnership { get; init; }

    /// <summary>How the other stands: <c>open</c>, <c>closed</c> or <c>withdrawn</c>.</summary>
    public required string State { get; init; }

    /// <summary>Stage of the other, or null.</summary>
    public required string? Stage { get; init; }

    /// <summary>When they were linked, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What the standing of both means for this review.</summary>
    public required string Means { get; init; }

    public static LinkBody Of(LinkedReview linked, ReviewState own)
    {
        var other = linked.Other.State;
        return new LinkBody
        {
            Id = linked.Link.Review,
            Href = $"/api/reviews/{linked.Link.Review}",
            Kind = linked.Link.Kind,
            Side = Words.Of(linked.Link.Side),
            Title = LinkWords.Title(linked.Link),
            Process = new ReviewProcess(other.Process, other.Version, other.Hash),
            Reference = other.Reference,
            Partnership = other.Partnership,
            State = Words.Of(other.Status),
            Stage = other.Stage,
            Since = linked.Link.Since,
            Means = LinkWords.Means(linked, own),
        };
    }
}
