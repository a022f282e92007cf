namespace Workflows.Process.Calendar;

/// <summary>
/// The bank holidays of England and Wales by rule (Banking and Financial Dealings Act 1971, common law, and the
/// custom for substitute days), with the days that were moved or added by proclamation. It serves every year for
/// which there is no official list.
/// </summary>
internal static class ComputedBankHolidays
{
    /// <summary>The bank holidays of one year, in order.</summary>
    public static IReadOnlyList<BankHoliday> ForYear(int year)
    {
        var easter = EasterSunday(year);
        List<BankHoliday> days =
        [
            NewYear(year),
            new(easter.AddDays(-2), "Good Friday"),
            new(easter.AddDays(1), "Easter Monday"),
            EarlyMay(year),
            new(SpringDay(year), "Spring bank holiday"),
            new(LastMonday(year, 8), "Summer bank holiday"),
            .. Christmas(year),
            .. Proclaimed(year),
        ];
        days.Sort((one, other) => one.Date.CompareTo(other.Date));
        return days;
    }

    /// <summary>Easter Sunday in the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher).</summary>
    internal static DateOnly EasterSunday(int year)
    {
        int golden = year % 19, century = year / 100, yearOfCentury = year % 100;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lateCorrection = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * lateCorrection) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static BankHoliday NewYear(int year)
    {
        var day = new DateOnly(year, 1, 1);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => Substitute(day.AddDays(2), "New Year's Day"),
            DayOfWeek.Sunday => Substitute(day.AddDays(1), "New Year's Day"),
            _ => new(day, "New Year's Day"),
        };
    }

    /// <summary>The first Monday of May, moved once, to the 75th anniversary of the end of the war in Europe.</summary>
    private static BankHoliday EarlyMay(int year) => year == 2020
        ? new(new(2020, 5, 8), "Early May bank holiday (VE Day)")
        : new(FirstMonday(year, 5), "Early May bank holiday");

    private static BankHoliday[] Christmas(int year)
    {
        const string christmas = "Christmas Day", boxing = "Boxing Day";
        var day = new DateOnly(year, 12, 25);
        return day.DayOfWeek switch
        {
            DayOfWeek.Friday => [new(day, christmas), Substitute(day.AddDays(3), boxing)],
            DayOfWeek.Saturday => [Substitute(day.AddDays(2), christmas), Substitute(day.AddDays(3), boxing)],
            DayOfWeek.Sunday => [new(day.AddDays(1), boxing), Substitute(day.AddDays(2), christmas)],
            _ => [new(day, christmas), new(day.AddDays(1), boxing)],
        };
    }

    /// <summary>The last Monday of May, except in the three jubilee years that moved it into June.</summary>
    private static DateOnly SpringDay(int year) => year switch
    {
        2002 => new(2002, 6, 4),
        2012 => new(2012, 6, 4),
        2022 => new(2022, 6, 2),
        _ => LastMonday(year, 5),
    };

    private static BankHoliday[] Proclaimed(int year) => year switch
    {
        2002 => [new(new(2002, 6, 3), "Golden Jubilee bank holiday")],
        2011 => [new(new(2011, 4, 29), "Bank holiday for the Royal Wedding")],
        2012 => [new(new(2012, 6, 5), "Diamond Jubilee bank holiday")],
        2022 =>
        [
            new(new(2022, 6, 3), "Platinum Jubilee bank holiday"),
            new(new(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II"),
        ],
        2023 => [new(new(2023, 5, 8), "Bank holiday for the coronation of King Charles III")],
        _ => [],
    };

    private static BankHoliday Substitute(DateOnly date, string name) => new(date, name + " (substitute day)");

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - DayOfWeek.Monday + 7) % 7));
    }
}
