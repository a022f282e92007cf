using System.Globalization;
using Workflows.Process.Calendar;

namespace Workflows.Process.Definitions.Reading;

/// <content>Single values, each of its kind.</content>
internal sealed partial class Section
{
    /// <summary>A line of text that must be there; "" where it is not.</summary>
    public string Text(string key, int limit) => Required(key) is { } part ? TextOf(part, key, limit) ?? "" : "";

    /// <summary>A line of text, or null.</summary>
    public string? OptionalText(string key, int limit) =>
        Optional(key) is { } part ? TextOf(part, key, limit) : null;

    /// <summary><c>true</c> or <c>false</c>, or null where it is not said.</summary>
    public bool? Flag(string key)
    {
        if (Optional(key) is not { } part)
            return null;
        if (part is YamlScalar { Plain: true, Text: "true" or "false" } scalar)
            return scalar.Text == "true";
        Refuse(part, key, "Write true or false.");
        return null;
    }

    /// <summary>A whole number between two limits, or null.</summary>
    public int? Number(string key, int least, int most)
    {
        if (Optional(key) is not { } part)
            return null;
        if (part is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Refuse(part, key, $"Write a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>A date, or null.</summary>
    public DateOnly? Date(string key)
    {
        if (Optional(key) is not { } part)
            return null;
        if (part is YamlScalar scalar && CanonicalText.IsDate(scalar.Text, out var date))
            return date;
        Refuse(part, key, "Write a date as year-month-day: 2026-03-19.");
        return null;
    }

    /// <summary>A time limit such as "15 working days", or null.</summary>
    public Budget? Budget(string key)
    {
        if (Optional(key) is not { } part)
            return null;
        if (part is YamlScalar scalar && Calendar.Budget.TryParse(scalar.Text, out var budget))
            return budget;
        Refuse(part, key, "Write a whole number and a unit: 15 working days, 14 days, 2 weeks, 6 months or 1 year.");
        return null;
    }

    /// <summary>One of an enumeration's words in kebab case, or null.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (Optional(key) is not { } part)
            return null;
        if (part is YamlScalar scalar && KebabCase.TryParse<T>(scalar.Text, out var value))
            return value;
        Refuse(part, key, $"Write one of: {string.Join(", ", KebabCase.Words<T>())}.");
        return null;
    }

    private string? TextOf(YamlPart part, string key, int limit)
    {
        if (part is YamlScalar { Text: var text } && CanonicalText.OneLine(text, limit) is { } line)
            return line;
        Refuse(part, key,
            $"Write 1 to {limit} characters of plain text; put it in quotes where it holds ': ' or ' #'.");
        return null;
    }
}
