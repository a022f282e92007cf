using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Workflows.Reviews.Letters.Steps;

namespace Workflows.Reviews.Letters.Forms;

/// <summary>
/// Writes the deadlines of a letter as an iCalendar file (RFC 5545) of all-day entries. An entry keeps its identifier, so
/// that a later letter about the same deadline replaces it; days have no time zone, and stay the same days everywhere.
/// </summary>
internal static class CalendarForm
{
    /// <summary>The file's text, or null where nothing in the letter is still to fall due.</summary>
    public static string? Write(Matter matter, IReadOnlyList<Step> steps)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Workflows//Letters//EN", Method = CalendarMethods.Publish };
        foreach (var step in steps.Where(step => step.DueId is not null && step.DueOn >= matter.Today))
        {
            calendar.Events.Add(Entry(matter, step));
        }

        return calendar.Events.Count == 0 ? null : new CalendarSerializer().SerializeToString(calendar);
    }

    private static CalendarEvent Entry(Matter matter, Step step) => new()
    {
        Uid = $"{step.DueId}.{matter.Review}@{matter.Options.PublicAddress.Host}",
        DtStamp = new CalDateTime(matter.Letter.IntendedAt.UtcDateTime, CalDateTime.UtcTzId),
        DtStart = new CalDateTime(step.DueOn!.Value),
        Summary = Wording.Shorten(Wording.OneLine($"[{matter.State.Reference}] {step.Title} – due"), SubjectLine.Longest),
        Url = new Uri(matter.Place),
        Transparency = TransparencyType.Transparent,
        Sequence = Number(matter.Letter.Id),
    };

    // Letters of a review are numbered as they are intended: a later one outranks an earlier one in a calendar.
    private static int Number(string letter) =>
        int.TryParse(letter.AsSpan(letter.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : 0;
}
