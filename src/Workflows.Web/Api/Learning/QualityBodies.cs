using Workflows.Process.Decisions;
using Workflows.Web.Api.Input;

namespace Workflows.Web.Api.Learning;

/// <summary>The quality of a review as far as it was assured.</summary>
/// <param name="Markers">The markers that serve in its process, in their order.</param>
/// <param name="Indicators">What good reports have in common.</param>
internal sealed record QualityBody(IReadOnlyList<MarkerBody> Markers, IReadOnlyList<IndicatorBody> Indicators);

/// <summary>A quality marker in a review.</summary>
internal sealed record MarkerBody
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary><c>set-up</c>, <c>running</c> or <c>outputs</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>The questions.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>Identifiers of the stages at which it serves.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Whether the review stands in one of them.</summary>
    public required bool Now { get; init; }

    /// <summary><c>open</c>, <c>answered</c> or <c>set-aside</c>.</summary>
    public required string State { get; init; }

    /// <summary>The answer, or why it was set aside; or null.</summary>
    public required string? Text { get; init; }

    /// <summary>Who answered, or null.</summary>
    public required string? By { get; init; }

    /// <summary>When, UTC, or null.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>Source.</summary>
    public required string Cite { get; init; }

    /// <summary>How it was checked.</summary>
    public required string Checked { get; init; }
}

/// <summary>Something that good reports have in common.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Prompts">The questions.</param>
/// <param name="Cite">Source.</param>
/// <param name="Checked">How it was checked.</param>
internal sealed record IndicatorBody(string Id, string Title, IReadOnlyList<string> Prompts, string Cite, string Checked);

/// <summary>Answers a quality marker, or sets it aside.</summary>
/// <param name="Answer">What was found; left out where it is set aside.</param>
/// <param name="SetAside">Why it does not serve here; left out where it is answered.</param>
internal sealed record MarkerRequest(string? Answer = null, string? SetAside = null)
{
    public static ReviewCommand Read(string marker, JsonFields fields)
    {
        var (answer, aside) = (fields.Text("answer"), fields.Text("setAside"));
        fields.End();
        return answer is null || aside is null
            ? new AnswerMarker(marker, SetAside: answer is null && aside is not null, answer ?? aside)
            : throw new Problems.ProblemException(Problems.Problem.Invalid("setAside", "Give an answer, or why it is set aside, and not both."));
    }
}
