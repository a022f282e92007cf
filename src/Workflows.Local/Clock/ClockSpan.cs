using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Local.Clock;

/// <summary>Durations as ISO 8601 writes them: <c>P1Y2M3DT4H5M</c>. Years and months are calendar ones, clamped to the month's end.</summary>
internal static partial class ClockSpan
{
    /// <summary>The instant a duration later.</summary>
    /// <param name="from">The instant counted from.</param>
    /// <param name="text">The duration.</param>
    /// <param name="instant">The instant, where the answer is true.</param>
    /// <returns>Whether the text is a duration whose end is a date that exists.</returns>
    public static bool TryAdd(DateTimeOffset from, string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length > 40 || Form().Match(text) is not { Success: true } match)
        {
            return false;
        }

        try
        {
            instant = from.AddMonths(checked((12 * Number(match, "years")) + Number(match, "months")))
                .AddDays(checked((7 * Number(match, "weeks")) + Number(match, "days")))
                .AddHours(Number(match, "hours")).AddMinutes(Number(match, "minutes")).AddSeconds(Number(match, "seconds"));
            return true;
        }
        catch (Exception tooFar) when (tooFar is ArgumentOutOfRangeException or OverflowException)
        {
            return false;
        }
    }

    private static int Number(Match match, string part) =>
        match.Groups[part] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\AP(?=.)(?:(?<years>[0-9]{1,9})Y)?(?:(?<months>[0-9]{1,9})M)?(?:(?<weeks>[0-9]{1,9})W)?(?:(?<days>[0-9]{1,9})D)?(?:T(?=[0-9])(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?(?:(?<seconds>[0-9]{1,9})S)?)?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Form();
}
