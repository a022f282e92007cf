namespace Workflows.Screening.Patterns;

/// <summary>Numbers written in words.</summary>
internal static class NumberWords
{
    public const string UpToNinetyNine =
        "(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([- ](one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine";

    private static readonly string[] s_small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>A year in words, <c>two thousand and nine</c> or <c>twenty twenty-one</c>; null where it is none.</summary>
    public static int? Year(string words)
    {
        var parts = words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("and" or "hundred")).ToArray();
        if (parts is ["two", "thousand", .. var rest])
        {
            return Value(rest) is { } value ? 2000 + value : 2000;
        }

        return parts is [var century, .. var tail] && century is "nineteen" or "twenty" && Value(parts[1..]) is { } year
            ? (century == "nineteen" ? 1900 : 2000) + year
            : null;
    }

    /// <summary>A figure as a word, or null: <c>nought</c>, <c>oh</c> and <c>zero</c> are 0.</summary>
    public static char? Figure(string word) => word switch
    {
        "zero" or "nought" or "oh" or "o" => '0',
        _ => Array.IndexOf(s_small, word) is >= 1 and <= 9 and var at ? (char)('0' + at) : null,
    };

    private static int? Value(string[] parts)
    {
        var sum = 0;
        var any = false;
        foreach (var part in parts)
        {
            var small = Array.IndexOf(s_small, part);
            var ten = Array.IndexOf(s_tens, part);
            if (small < 0 && ten < 0)
            {
                break;
            }

            sum += small >= 0 ? small : (ten + 2) * 10;
            any = true;
        }

        return any ? sum : null;
    }
}
