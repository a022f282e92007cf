using System.Globalization;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Opening;

/// <summary>What was answered so far on the way to a new review. Public because the component that shows it is.</summary>
public sealed class OpeningForm
{
    private const string Process = "process";
    private const string Partnership = "partnership";
    private const string Reference = "reference";
    private readonly ProcessCatalogue _catalogue;
    private readonly DirectorySnapshot _directory;
    private readonly SignedInPerson _person;
    private readonly IReadOnlyList<string> _partnerships;

    internal OpeningForm(
        ProcessCatalogue catalogue, DirectorySnapshot directory, SignedInPerson person, IReadOnlyList<string> partnerships,
        IReadOnlyDictionary<string, string> values)
    {
        (_catalogue, _directory, _person, _partnerships, Values) = (catalogue, directory, person, partnerships, values);
        var kinds = catalogue.Keys.Select(key => key.Split('@')[0]).Distinct().Select(id => catalogue.Find(id)!)
            .Where(kind => partnerships.Any(own => kind.OpenedBy.Any(person.RolesIn(own).Contains))).ToList();
        Definition = kinds.Find(kind => kind.Id == Text(Process));
        Questions = [.. Heads(kinds).Concat(Definition is null ? [] : Asked(Version(Definition)))];
    }

    /// <summary>Whether the person may open anything at all.</summary>
    public bool MayOpen => Questions[0].Fact.Options.Count > 0;

    /// <summary>The questions, in order; after the last, the answers are checked.</summary>
    public IReadOnlyList<OpeningQuestion> Questions { get; }

    /// <summary>Fields filled in so far, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The latest version of the kind of review that was chosen, or null before.</summary>
    public ProcessDefinition? Definition { get; }

    internal int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An answer as people read it.</summary>
    internal string Shown(OpeningQuestion question)
    {
        var text = question.Fact.Type == FactType.Date ? FactAnswers.Date(question.Name, question.Fact.Ask, Text, []) : Text(question.Name);
        return text is null ? "Not given" : FactAnswers.Shown(question.Fact, text);
    }

    /// <summary>What is wrong with the answer to one question; nothing where it is right.</summary>
    internal Dictionary<string, string> ErrorsAt(int at, ReviewContexts contexts)
    {
        var name = at < Questions.Count ? Questions[at].Name : null;
        return AllErrors(contexts).Where(error => name is null || error.Key == name).ToDictionary();
    }

    /// <summary>The first question whose answer is missing or wrong; past the last one where there is none.</summary>
    internal int FirstUnanswered(ReviewContexts contexts)
    {
        var errors = AllErrors(contexts);
        var first = Questions.ToList().FindIndex(question => errors.ContainsKey(question.Name));
        return first < 0 ? Questions.Count : first;
    }

    internal Dictionary<string, string> AllErrors(ReviewContexts contexts)
    {
        var errors = new Dictionary<string, string>();
        if (Definition is null)
        {
            errors[Process] = "Select what kind of review it is";
            return errors;
        }

        var command = Command(errors);
        if (Text(Partnership) is null || !_partnerships.Contains(Text(Partnership)!))
        {
            errors[Partnership] = "Select the partnership";
            return errors;
        }

        // The rules judge the answers, as they will when the review is opened; nothing is opened by asking.
        var context = contexts.For(Version(Definition), command.Partnership);
        if (Decide.On(ReviewState.Empty, command, _person.CallerIn(command.Partnership), context) is Verdict.Refused { Refusal: var refusal })
        {
            foreach (var (field, problem) in Refused.Errors(refusal))
            {
                errors.TryAdd(field, problem);
            }
        }

        var choice = _catalogue.Choose(Definition.Id, Dates(command));
        if (!choice.IsMade)
        {
            errors.TryAdd(FactAnswers.Prefix + Definition.Effective.By, Say.Plain(Why(choice)));
        }

        return errors;
    }

    /// <summary>The opening, or null where an answer is missing.</summary>
    internal Workflows.Reviews.Desk.Opening? Opening(CommandKey? key)
    {
        var errors = new Dictionary<string, string>();
        if (Definition is null || Text(Partnership) is not { } chosen || !_partnerships.Contains(chosen))
        {
            return null;
        }

        var command = Command(errors);
        var choice = _catalogue.Choose(Definition.Id, Dates(command));
        return errors.Count == 0 && choice.IsMade ? new Workflows.Reviews.Desk.Opening(choice.Definition, command, key) : null;
    }

    private OpenReview Command(Dictionary<string, string> errors)
    {
        var partnership = Text(Partnership) ?? string.Empty;
        var asked = Questions.Where(question => question.Name.StartsWith(FactAnswers.Prefix, StringComparison.Ordinal));
        return new OpenReview(
            partnership, Text(Reference) ?? string.Empty, _directory.SettingsOf(partnership),
            FactAnswers.Read(asked.Select(question => question.Fact), Text, errors));
    }

    private static string Why(ProcessChoice choice) => choice.Others.Count == 0 ? choice.Refusal
        : $"{choice.Refusal} For that day you could open: {string.Join("; ", choice.Others.Select(other => other.Title).Distinct())}.";

    // The date given chooses the version of the rules, and so what is asked after it.
    private ProcessDefinition Version(ProcessDefinition latest)
    {
        var by = FactAnswers.Date(FactAnswers.Prefix + latest.Effective.By, string.Empty, Text, []);
        return by is not null && _catalogue.Choose(latest.Id, new Dictionary<string, string> { [latest.Effective.By] = by }) is { IsMade: true } choice
            ? choice.Definition : latest;
    }

    private IEnumerable<OpeningQuestion> Heads(IEnumerable<ProcessDefinition> kinds)
    {
        yield return Choice(Process, "What kind of review is it?", kinds.Select(kind => new FactOption(kind.Id, kind.Title)));
        yield return Choice(Partnership, "Which partnership is it for?", _partnerships
            .Select(id => new FactOption(id, _directory.FindPartnership(id)?.Name ?? id)));
        yield return new OpeningQuestion(Reference, new FactDefinition
        {
            Name = Reference, Type = FactType.Text, Limit = 60, Ask = "What is the case reference?",
            Help = "It stands in letters and lists. Use your own numbering. Do not give names or initials.",
        });
    }

    private static OpeningQuestion Choice(string name, string ask, IEnumerable<FactOption> options) =>
        new(name, new FactDefinition { Name = name, Type = FactType.Choice, Ask = ask, Options = [.. options] });

    private static IEnumerable<OpeningQuestion> Asked(ProcessDefinition definition) => definition.Facts
        .OrderByDescending(fact => fact.Name == definition.Effective.By)
        .Select(fact => new OpeningQuestion(FactAnswers.Prefix + fact.Name, fact));

    private static Dictionary<string, string> Dates(OpenReview command) =>
        command.Facts.Where(fact => fact.Value.Kind == FactInputKind.Text).ToDictionary(fact => fact.Key, fact => fact.Value.Text);

    private string? Text(string name) =>
        Values.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim().ReplaceLineEndings("\n") : null;
}

/// <summary>A question on the way to a new review.</summary>
/// <param name="Name">Name of its field.</param>
/// <param name="Fact">What is asked.</param>
public sealed record OpeningQuestion(string Name, FactDefinition Fact);
