using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Links;
using Workflows.Web.Api.Processes;

namespace Workflows.Web.Api.Reviews;

/// <summary>Tells how a review stands, to a person.</summary>
internal sealed class ReviewBodies(ReviewContexts contexts)
{
    public ReviewBody Of(ReviewFile file, SignedInPerson person, IReadOnlyList<LinkedReview> links)
    {
        var (state, definition) = (file.State, file.Definition);
        var context = contexts.For(definition, state.Partnership);
        var roles = person.RolesIn(state.Partnership);
        var items = definition.Items.ToDictionary(item => item.Id);
        return new ReviewBody
        {
            Id = file.Id.Value,
            State = Words.Of(state.Status),
            Stage = state.Stage,
            Process = new ReviewProcess(state.Process, state.Version, state.Hash),
            Reference = state.Reference,
            Partnership = state.Partnership,
            OpenedAt = state.OpenedAt,
            Imported = state.Imported is not { } mark ? null : new ImportedBody(mark.At, mark.By,
                [.. Items<DocumentDefinition>(state, items).Where(pair => pair.Item.HeldElsewhere is not null).Select(pair => new HeldDocumentBody(
                    pair.Item.Id, pair.Definition.Title, pair.Item.DoneOn, pair.Item.HeldElsewhere!.Sha256, pair.Item.HeldElsewhere.At))]),
            Facts = FactValues.Of(state.Facts, definition),
            Deadlines = [.. Deadlines(state, definition, items, context.Today)],
            Actions = [.. ReviewActions.For(state, context).Select(action => ActionBodies.Of(action, file, roles))],
            Registers = [.. ReviewActions.Registers(state, context).Select(action => ActionBodies.Of(action, file, roles))],
            Entries = [.. state.Registers.Select(entry => new RegisterEntryBody(
                entry.Item, entry.At, entry.By.User, FactValues.Of(entry.Facts, definition), entry.Note))],
            Documents = [.. Items<DocumentDefinition>(state, items).Where(pair => pair.Item.Versions.Count > 0)
                .Select(pair => Document(file, pair.Item, pair.Definition))],
            Approvals = [.. Items<ApprovalDefinition>(state, items).Select(pair => Approval(pair.Item, pair.Definition))],
            Letters = [.. state.Letters.Values.OrderBy(letter => letter.Id.Length)
                .ThenBy(letter => letter.Id, StringComparer.Ordinal).Select(Letter)],
            Gaps = [.. state.Items.Values.Where(item => item.Gap).OrderBy(item => item.Id, StringComparer.Ordinal)
                .Select(item => new GapBody(item.Id, Title(items[item.Definition], item)))],
            Publications = [.. state.Publications.Select(known => new ReviewPublication(
                known.Id, known.Document, known.DocumentVersion, Words.Of(known.Form), known.PublishedOn, known.WithdrawnOn,
                $"/publications/{known.Id}"))],
            Links = [.. links.Select(linked => LinkBody.Of(linked, state))],
            NextWakeAt = NextWake.Of(state, context),
            Version = state.Sequence,
        };
    }

    private static IEnumerable<DeadlineBody> Deadlines(
        ReviewState state, ProcessDefinition definition, Dictionary<string, ItemDefinition> items, DateOnly today)
    {
        var known = definition.AllDeadlines.ToDictionary(deadline => deadline.Id);
        return state.Deadlines.Values.Where(deadline => !deadline.Cancelled)
            .OrderBy(deadline => deadline.DueOn).ThenBy(deadline => deadline.Id, StringComparer.Ordinal)
            .Select(deadline => Deadline(deadline, known[deadline.Definition], LabelOf(deadline, state), today));
    }

    private static string? LabelOf(DeadlineState deadline, ReviewState state) =>
        deadline.Item is null ? null : state.Items.GetValueOrDefault(deadline.Item)?.Label;

    private static DeadlineBody Deadline(DeadlineState deadline, DeadlineDefinition rule, string? label, DateOnly today) => new()
    {
        Id = deadline.Id,
        Title = label is null ? rule.Title : $"{rule.Title}: {label}",
        DueOn = deadline.DueOn,
        State = Words.Spaced(deadline.On(today)),
        Force = Words.Of(rule.Force),
        Cite = rule.Cite,
        Checked = Words.Of(rule.Checked),
        Anchor = deadline.Anchor,
        Counted = ProcessBodies.Counted(rule.Due),
        MetOn = deadline.MetOn,
        ExtendedTo = deadline.ExtendedTo,
        Extendable = rule.Extendable || rule.Force == Force.Local,
        DelayReason = deadline.DelayReason,
    };

    private static IEnumerable<(ItemState Item, T Definition)> Items<T>(
        ReviewState state, Dictionary<string, ItemDefinition> items)
        where T : ItemDefinition =>
        state.Items.Values.Where(item => items[item.Definition] is T)
            .OrderBy(item => item.OpenedOn).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => (item, (T)items[item.Definition]));

    private static DocumentBody Document(ReviewFile file, ItemState item, DocumentDefinition definition) => new(
        item.Id, Title(definition, item), $"/api/reviews/{file.Id}/documents/{item.Id}",
        [.. item.Versions.Select(version => new DocumentVersionBody
        {
            Version = version.Version,
            Sha256 = version.Sha256,
            Bytes = version.Bytes,
            MediaType = version.MediaType,
            FileName = version.FileName,
            By = version.By.User,
            At = version.At,
        })]);

    private static ApprovalBody Approval(ItemState item, ApprovalDefinition definition) => new()
    {
        Id = item.Id,
        Title = Title(definition, item),
        State = Words.Of(item.Status),
        About = definition.About,
        Version = item.About,
        Of = definition.By,
        Given = [.. item.Approvals.Values.OrderBy(given => given.At).ThenBy(given => given.Role, StringComparer.Ordinal)
            .Select(given => new ApprovalGivenBody(given.Role, given.User, given.At))],
    };

    private static LetterBody Letter(LetterState letter) => new()
    {
        Id = letter.Id,
        Kind = Words.Of(letter.Kind),
        To = letter.To,
        State = Words.Of(letter.Status),
        IntendedAt = letter.IntendedAt,
        SentAt = letter.SentAt,
        Trouble = letter.Trouble,
    };

    private static string Title(ItemDefinition definition, ItemState item) =>
        item.Label is { } label ? $"{definition.Title}: {label}" : definition.Title;
}
