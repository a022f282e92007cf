using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Screening;

namespace Workflows.Web.Api.Screening;

/// <summary>Puts together what a journal and the private papers say of a review's screen.</summary>
internal sealed class ScreeningViews(CaseLists lists)
{
    /// <summary>How the screen stands.</summary>
    public async Task<ScreeningBody> OfAsync(ReviewFile file, CancellationToken stop)
    {
        var screening = file.State.Screening;
        var documents = new List<DocumentScreeningBody>();
        foreach (var document in screening.Documents.Values.OrderBy(each => each.Item, StringComparer.Ordinal))
        {
            documents.Add(await DocumentAsync(file, document, stop));
        }

        return new ScreeningBody(
            screening.List is { } list ? new GivenListBody(list.Edition, list.Entries, list.By.User, list.At) : null,
            screening.DestroyedAt, documents);
    }

    /// <summary>The case's list; empty where none was given, or it was destroyed.</summary>
    public async Task<CaseListBody> ListAsync(ReviewFile file, CancellationToken stop) => new(
        [.. (await lists.ReadAsync(file, stop) ?? []).Select(entry => new ListEntryBody(CaseListInput.NameOf(entry.Kind), entry.Text, entry.Variants))]);

    /// <summary>One document.</summary>
    public async Task<DocumentScreeningBody> DocumentAsync(ReviewFile file, DocumentScreening screening, CancellationToken stop)
    {
        var kept = (await lists.FindingsAsync(file, screening, stop)).ToDictionary(each => each.Id);
        return new DocumentScreeningBody
        {
            Document = screening.Item,
            Title = file.Definition.Items.FirstOrDefault(item => item.Id == screening.Item)?.Title ?? screening.Item,
            Version = screening.Version,
            State = StateOf(screening),
            List = screening.List,
            ScreenedAt = screening.ScreenedAt,
            Pages = screening.Pages,
            Found = screening.Found,
            Open = screening.Open.Count(),
            Findings = [.. screening.Findings.Select(finding => Finding(
                finding.Id, finding.Kind, finding.Pages, finding.Count, kept.GetValueOrDefault(finding.Id), screening.Answers.GetValueOrDefault(finding.Id)))],
        };
    }

    private static string StateOf(DocumentScreening screening) => screening switch
    {
        { IsScreened: false } => "waiting",
        { IsClear: true } => "clear",
        { WaitsForVersion: true } => "new-version",
        _ => "findings",
    };

    private static FindingBody Finding(
        string id, string kind, IReadOnlyList<int> pages, int count, KeptFinding? kept, FindingAnswer? answer) => new()
        {
            Id = id,
            Kind = kind,
            Says = kept?.Says,
            Matched = kept?.Matched,
            Pages = pages,
            Count = count,
            Places = [.. (kept?.Places ?? []).Select(place => new PlaceBody(place.Page, place.Where, place.Passage, place.Start, place.Length))],
            Answer = answer is null ? null : new FindingAnswerBody(answer.Kept ? "keep" : "remove", answer.Reason, answer.By.User, answer.By.Role, answer.At),
        };
}
