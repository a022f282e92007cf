using System.Globalization;
using System.Text;
using Workflows.Reviews.Desk;

namespace Workflows.Web.Api.Learning;

/// <summary>
/// What was asked for and never received, for the report: steps that lapsed with a gap, those that are overdue, and what people
/// entered in the register of gaps.
/// </summary>
/// <param name="Never">What did not come before its stage ended, each with the day by which it was due, where it had one.</param>
/// <param name="Entered">What people entered.</param>
/// <param name="Text">The whole as text.</param>
public sealed record GapStatement(
    IReadOnlyList<(string Title, DateOnly? AskedOn, DateOnly? DueOn)> Never, IReadOnlyList<string> Entered, string Text)
{
    private const string Register = "information-gaps";

    internal static GapStatement Of(ReviewFile file)
    {
        var (state, titles) = (file.State, file.Definition.Items.ToDictionary(item => item.Id, item => item.Title));
        var never = state.Items.Values.Where(item => item.Gap)
            .OrderBy(item => item.OpenedOn).ThenBy(item => item.Id.Length).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => (
                item.Label is { } label ? $"{titles[item.Definition]}: {label}" : titles[item.Definition],
                item.OpenedOn == default ? (DateOnly?)null : item.OpenedOn, state.Deadlines.GetValueOrDefault(item.Id)?.DueOn)).ToList();
        var entered = state.Registers.Where(entry => state.Items.GetValueOrDefault(entry.Item)?.Definition == Register)
            .SelectMany(entry => entry.Facts.Values.Append(entry.Note).OfType<string>()).Where(text => text.Length > 0).ToList();
        return new GapStatement(never, entered, Write(never, entered));
    }

    // Without names or reference: it goes into a report that is published.
    private static string Write(List<(string Title, DateOnly? AskedOn, DateOnly? DueOn)> never, List<string> entered)
    {
        var text = new StringBuilder("Information asked for and never received\n\n");
        if (never.Count + entered.Count == 0)
        {
            return text.Append("Everything that was asked for was received.\n").ToString();
        }

        text.Append("This review was carried out without the following, although it was asked for.\n");
        foreach (var (title, asked, due) in never)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {OneLine(title)}");
            text.Append(asked is { } on ? string.Create(CultureInfo.InvariantCulture, $", asked for on {on:d MMMM yyyy}") : string.Empty);
            text.Append(due is { } day ? string.Create(CultureInfo.InvariantCulture, $", due by {day:d MMMM yyyy}") : string.Empty);
        }

        foreach (var entry in entered)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {OneLine(entry)}");
        }

        return text.Append('\n').ToString();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
