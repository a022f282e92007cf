using System.Globalization;

namespace Workflows.Screening.Corpus;

/// <summary>A detail and the sentence that may hold it.</summary>
internal sealed record Detail(string What, bool IsExact, string Text, string[] Sentences);

/// <summary>Makes the details that patterns know, in every usual form.</summary>
internal sealed class Details(Random random)
{
    private static readonly string[] s_words =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"];

    private static readonly string[] s_areas = ["SW", "M", "LS", "B", "NE", "CF", "EH", "BT", "YO", "PE", "W", "EC", "BN", "TR", "S", "CH"];

    public DateOnly Date() => new DateOnly(2004, 1, 1).AddDays(random.Next(7_500));

    public string DateText(DateOnly day, out bool isExact)
    {
        var form = random.Next(14);
        isExact = form < 9;
        var ordinal = day.Day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };
        string Format(string format) => day.ToString(format, CultureInfo.InvariantCulture);
        return form switch
        {
            0 or 1 => Format("d MMMM yyyy"),
            2 => Format("dd/MM/yyyy"),
            3 => Format("d/M/yy"),
            4 => Format("yyyy-MM-dd"),
            5 => Format("dd.MM.yyyy"),
            6 => Format("dd-MM-yyyy"),
            7 => $"{day.Day}{ordinal} {Format("MMMM yyyy")}",
            8 => Format("d MMM yyyy"),
            9 => $"{day.Day}{ordinal} of {Format("MMMM, yyyy")}",
            10 => Format("MMMM d, yyyy"),
            11 => $"{day.Day}{ordinal} {Format("MMMM")}",
            12 => Format("dddd d MMMM"),
            _ => $"{day.Day} {Format("MMM")} '{Format("yy")}",
        };
    }

    public string AgeText(out bool isExact)
    {
        var years = random.Next(1, 18);
        var form = random.Next(12);
        isExact = form < 6;
        return form switch
        {
            0 => $"aged {years}",
            1 => $"{years} years old",
            2 => $"{years}-year-old",
            3 => $"{random.Next(2, 20)} weeks old",
            4 => $"{random.Next(2, 23)} months old",
            5 => $"aged {years} years",
            6 => $"aged {s_words[years - 1]}",
            7 => $"{s_words[years - 1]} years old",
            8 => $"{s_words[years - 1]}-year-old",
            9 => $"age of {years}",
            10 => $"{years} yrs old",
            _ => $"aged {years} months",
        };
    }

    public string NhsNumber()
    {
        while (true)
        {
            var figures = Enumerable.Range(0, 9).Select(at => at == 0 ? random.Next(4, 10) : random.Next(10)).ToArray();
            var check = (11 - (figures.Select((figure, at) => figure * (10 - at)).Sum() % 11)) % 11;
            if (check < 10)
            {
                return string.Concat(figures) + check;
            }
        }
    }

    public string Grouped(string figures, out bool isExact)
    {
        var form = random.Next(7);
        isExact = form < 4;
        return form switch
        {
            0 => figures,
            1 or 2 => $"{figures[..3]} {figures[3..6]} {figures[6..]}",
            3 => $"{figures[..3]}-{figures[3..6]}-{figures[6..]}",
            4 => $"{figures[..4]} {figures[4..6]} {figures[6..]}",
            5 => $"{figures[..3]}.{figures[3..6]}.{figures[6..]}",
            _ => string.Join(' ', figures.ToCharArray()),
        };
    }

    public string Postcode(out bool isExact)
    {
        const string Inward = "ABDEFGHJLNPQRSTUWXYZ";
        var outward = $"{s_areas[random.Next(s_areas.Length)]}{random.Next(1, 20)}";
        var inward = $"{random.Next(10)}{Inward[random.Next(Inward.Length)]}{Inward[random.Next(Inward.Length)]}";
        var form = random.Next(7);
        isExact = form < 4;
        return form switch
        {
            0 or 1 or 2 => $"{outward} {inward}",
            3 => outward + inward,
            4 => $"{outward} {inward}".ToLowerInvariant(),
            5 => $"{outward}  {inward}",
            _ => $"{outward}-{inward}",
        };
    }

    public string Phone(out bool isExact)
    {
        var last = random.Next(1_000).ToString("000");
        var form = random.Next(8);
        isExact = form < 5;
        return form switch
        {
            0 => $"07700 900{last}",
            1 => $"01632 960{last}",
            2 => $"0113 496 0{last}",
            3 => $"020 7946 0{last}",
            4 => $"07700900{last}",
            5 => $"+44 7700 900{last}",
            6 => $"(01632) 960-{last}",
            _ => $"+44 (0)1632 960{last}",
        };
    }

    public string Insurance(out bool isExact)
    {
        var (one, two, three) = (random.Next(100).ToString("00"), random.Next(100).ToString("00"), random.Next(100).ToString("00"));
        var last = "ABCD"[random.Next(4)];
        isExact = random.Next(3) > 0;
        return isExact ? $"JK{one}{two}{three}{last}" : $"JK {one} {two} {three} {last}";
    }

    public string CourtNumber() => random.Next(3) switch
    {
        0 => $"ZC{random.Next(15, 25)}C{random.Next(100_000):00000}",
        1 => $"[20{random.Next(12, 25)}] EWHC {random.Next(100, 3_999)} (Fam)",
        _ => $"T20{random.Next(12, 25)}{random.Next(10_000):0000}",
    };

    public string CrimeNumber() => random.Next(3) switch
    {
        0 => $"{random.Next(10, 99)}AB{random.Next(1_000_000, 9_999_999)}",
        1 => $"{random.Next(10_000, 99_999)}/{random.Next(15, 25)}",
        _ => $"CR/{random.Next(10_000, 99_999)}/{random.Next(15, 25)}",
    };
}
