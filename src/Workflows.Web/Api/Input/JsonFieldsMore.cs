using System.Globalization;
using System.Text.Json;

namespace Workflows.Web.Api.Input;

/// <content>Members that need not be there, and lists.</content>
internal sealed partial class JsonFields
{
    private const int MostTexts = 50;

    /// <summary>A date, or null where it is absent or null.</summary>
    public DateOnly? OptionalDate(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        _errors.TryAdd(name, "Give a real date as year-month-day, for example 2026-01-05.");
        return null;
    }

    /// <summary>A list of texts; none where it is absent or null.</summary>
    public IReadOnlyList<string> Texts(string name, int most = MostTexts)
    {
        if (Take(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most
            || value.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.String))
        {
            _errors[name] = $"Give a list of at most {most} texts.";
            return [];
        }

        return [.. value.EnumerateArray().Select(each => Read(each, name)).OfType<string>()];
    }
}
