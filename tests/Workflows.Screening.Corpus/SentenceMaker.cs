namespace Workflows.Screening.Corpus;

/// <summary>Plants details in sentences, exact ones and variants.</summary>
internal sealed class SentenceMaker(Random random, Case subject)
{
    private static readonly string[] s_people =
    [
        "It was reported that {0} had not been seen by anybody that week.", "The worker asked to speak to {0} alone.", "On the visit, {0} was found in the kitchen.",
        "An aunt of {0} rang the school.", "The plan said that {0} would be seen weekly, and it was not followed.", "Nobody asked what {0} wanted.",
        "The record names {0} as present.", "A call was made about {0} by a neighbour.", "Staff spoke with {0} about the injuries.",
    ];

    private static readonly string[] s_places =
        ["The family moved to {0} before the winter.", "A visit took place at {0} with two workers.", "Concerns were raised by staff at {0} about attendance.", "The file was sent to {0} by post."];

    private static readonly string[] s_dates = ["The referral was made on {0} by telephone.", "The child was born on {0} in hospital.", "On {0} a strategy meeting was held.", "The incident of {0} was not recorded."];

    private static readonly string[] s_ages =
        ["The child, {0}, was seen alone.", "At the time the child was {0}, and in school.", "The mother had been {0} when she first asked for help."];

    private static readonly string[] s_numbers = ["The record {0} was opened again.", "It is filed under {0} in the archive.", "Staff wrote down {0} by hand.", "The form showed {0} at its head."];

    private readonly Details _details = new(random);
    private readonly NameVariants _names = new(random);

    /// <summary>A planted sentence; <paramref name="plain"/> where it must do with a western encoding.</summary>
    public Planted Next(bool plain) => random.Next(20) switch
    {
        < 4 => Name(),
        < 9 => Variant(plain),
        < 11 => Place(),
        < 13 => Date(),
        13 or 14 => Age(),
        15 or 16 => Number(),
        17 => Plant("postcode", _details.Postcode(out var exact), exact, s_numbers),
        18 => Plant("telephone number", _details.Phone(out var isExact), isExact, s_numbers),
        _ => Online(),
    };

    public Planted Name()
    {
        var (given, surname) = Case.Pick(random, subject.People);
        var text = random.Next(3) switch { 0 => $"{given} {surname}", 1 when IsRare(given) => given, _ => surname.Length > 3 ? surname : $"{given} {surname}" };
        return Plant("name", text, isExact: true, s_people);
    }

    private Planted Variant(bool plain)
    {
        var (given, surname) = Case.Pick(random, subject.People);
        while (true)
        {
            var (text, what, isPlain) = _names.Next(given, surname);
            if (isPlain || !plain)
            {
                return Plant($"name, {what}", text, isExact: false, s_people);
            }
        }
    }

    private Planted Place() => random.Next(7) switch
    {
        0 => Plant("place", subject.Place, isExact: true, s_places),
        1 => Plant("address", $"{subject.House} {subject.Street}", isExact: true, s_places),
        2 => Plant("practice", subject.Practice, isExact: true, s_places),
        3 => Plant("place, capitals", subject.Place.ToUpperInvariant(), isExact: false, s_places),
        4 => Plant("school, shortened", Shortened(subject.School), isExact: false, s_places),
        _ => Plant("school", subject.School, isExact: true, s_places),
    };

    private Planted Date()
    {
        var text = _details.DateText(random.Next(2) == 0 ? subject.Birthday : _details.Date(), out var isExact);
        return Plant("date", text, isExact, s_dates);
    }

    private Planted Age()
    {
        var text = _details.AgeText(out var isExact);
        return text.StartsWith("age of", StringComparison.Ordinal)
            ? Plant("age", text, isExact, ["At the {0} the child was first seen."])
            : text.EndsWith("-old", StringComparison.Ordinal) ? Plant("age", text, isExact, ["A {0} child was found alone.", "The {0} had told a teacher."])
            : Plant("age", text, isExact, s_ages);
    }

    private Planted Number()
    {
        switch (random.Next(5))
        {
            case 0:
                return Plant("listed number", subject.Reference, isExact: true, s_numbers);
            case 1:
                return Plant("court number", _details.CourtNumber(), isExact: true, s_numbers);
            case 2:
                return Plant("crime number", _details.CrimeNumber(), isExact: true, s_numbers);
            case 3:
                var insurance = _details.Insurance(out var isExact);
                return Plant("National Insurance number", insurance, isExact, s_numbers);
            default:
                var nhs = _details.Grouped(_details.NhsNumber(), out var isPlain);
                return Plant("NHS number", nhs, isPlain, s_numbers);
        }
    }

    private Planted Online() => random.Next(3) switch
    {
        0 => Plant("e-mail", $"{Case.Pick(random, ["info", "family", "carer", "contact"])}{random.Next(99)}@example.com", isExact: true, s_numbers),
        1 => Plant("handle", $"@{Case.Pick(random, ["sunny", "gamer", "kid", "star"])}_{random.Next(10, 999)}", isExact: true, s_numbers),
        _ => Plant("web address", $"https://www.example.net/profile/{random.Next(10_000, 99_999)}", isExact: true, s_numbers),
    };

    private Planted Plant(string what, string shown, bool isExact, string[] sentences)
    {
        var sentence = Case.Pick(random, sentences);
        var at = sentence.IndexOf("{0}", StringComparison.Ordinal);
        return new Planted(what, isExact, sentence[..at], shown, sentence[(at + 3)..]);
    }

    private static bool IsRare(string given) => given.Length > 3;

    private static string Shortened(string school)
    {
        var words = school.Split(' ');
        return string.Join(' ', words[..^1]) is { Length: > 5 } shorter && words.Length > 2 ? shorter : school;
    }
}
