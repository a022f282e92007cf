using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Web.Pages.Parts;

/// <summary>Dates, states and identifiers in the words of pages.</summary>
internal static partial class Say
{
    /// <summary>A day: <c>5 January 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant, London time: <c>5 January 2026 at 9:05am</c>.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var london = LondonTime.ToLondon(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{london:d MMMM yyyy} at {london:h:mm}{(london.Hour < 12 ? "am" : "pm")}");
    }

    /// <summary>How far a day is from today: <c>today</c>, <c>in 3 days</c>, <c>2 days ago</c>.</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        > 0 and var days => $"in {days} days",
        var days => $"{-days} days ago",
    };

    /// <summary>A role's or another identifier's name where no definition gives one: <c>Business manager</c>.</summary>
    public static string Role(string id)
    {
        var words = id.Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A role's title as the first definition that has it gives it.</summary>
    public static string Role(IEnumerable<ProcessDefinition> definitions, string id) =>
        definitions.Select(definition => definition.Roles.GetValueOrDefault(id)).FirstOrDefault(title => title is not null) ?? Role(id);

    /// <summary>What stands behind a deadline.</summary>
    public static string Force(Force force) => force switch
    {
        Process.Definitions.Force.Statute => "Statute",
        Process.Definitions.Force.Regulation => "Regulations",
        Process.Definitions.Force.StatutoryGuidance => "Statutory guidance",
        Process.Definitions.Force.PanelGuidance => "Guidance by the Panel",
        Process.Definitions.Force.Local => "Local practice",
        _ => "Asked for, not owed",
    };

    /// <summary>The source of a rule with its force, which is left out where the source begins with it.</summary>
    public static string Source(DeadlineDefinition rule) =>
        rule.Cite.StartsWith(Force(rule.Force), StringComparison.OrdinalIgnoreCase) ? rule.Cite : $"{Force(rule.Force)}: {rule.Cite}";

    /// <summary>How a rule was checked.</summary>
    public static string Checked(CheckedMark mark) => mark switch
    {
        CheckedMark.Primary => "Read in the primary text",
        CheckedMark.Secondary => "Reported by a secondary text",
        _ => "Not checked against its source",
    };

    /// <summary>How a deadline stands.</summary>
    public static string Standing(DeadlineStanding standing) => standing switch
    {
        DeadlineStanding.Pending => "Not due yet",
        DeadlineStanding.Met => "Done in time",
        DeadlineStanding.MetLate => "Done late",
        DeadlineStanding.Overdue => "Overdue",
        _ => "No longer needed",
    };

    /// <summary>An identifier for an element from a field's name: letters, digits and hyphens.</summary>
    public static string Id(string name) => NotInIds().Replace(name, "-");

    /// <summary>A size: <c>1.2 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB"),
    };

    /// <summary>A rule's message as people read it: dates in words, names of fields left out.</summary>
    public static string Plain(string message) => FieldName().Replace(
        IsoDate().Replace(message, match => DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", out var day) ? Day(day) : match.Value),
        string.Empty);

    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex NotInIds();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex IsoDate();

    // Such as "(awareOn)": how the interface for systems names a field.
    [GeneratedRegex(@" \([a-z]+[A-Z][A-Za-z]*\)", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex FieldName();
}
