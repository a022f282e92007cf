using System.Text;

namespace Workflows.Screening.Corpus;

/// <summary>Writes a person's name as people do who mean no harm, or do.</summary>
internal sealed class NameVariants(Random random)
{
    private static readonly Dictionary<string, string[]> s_short = new()
    {
        ["Jake"] = ["Jakey"], ["Harriet"] = ["Hattie"], ["Oliver"] = ["Ollie", "Olly"], ["Amelia"] = ["Millie"], ["Mohammed"] = ["Mo", "Mohammad"], ["Bethany"] = ["Beth"],
        ["Thomas"] = ["Tom", "Tommy"], ["Elizabeth"] = ["Liz", "Lizzie", "Beth"], ["William"] = ["Billy", "Liam"], ["Catherine"] = ["Cathy", "Katie", "Kate"],
        ["Alexander"] = ["Alex", "Sandy"], ["Isabella"] = ["Izzy", "Bella"], ["Daniel"] = ["Danny", "Dan"], ["Rebecca"] = ["Becky", "Becca"], ["Samuel"] = ["Sammy"],
        ["Jessica"] = ["Jess"], ["Michael"] = ["Mike", "Mick"], ["Nicola"] = ["Nicky", "Nikki"], ["Stephen"] = ["Steve", "Stevie"], ["Deborah"] = ["Debbie"],
        ["Matthew"] = ["Matt", "Matty"], ["Samantha"] = ["Sammy"], ["Jonathan"] = ["Jonny"], ["Victoria"] = ["Vicky", "Tori"], ["Christopher"] = ["Chris"],
        ["Charlotte"] = ["Lottie", "Charlie"], ["Benjamin"] = ["Ben", "Benji"], ["Abigail"] = ["Abi", "Abby"], ["Gemma"] = ["Gem"], ["Darren"] = ["Daz"],
        ["Callum"] = ["Cal"], ["Katarzyna"] = ["Kasia"], ["Piotr"] = ["Piotrek"], ["Ibrahim"] = ["Ib"], ["Megan"] = ["Meg"],
    };

    private static readonly Dictionary<char, char> s_alike = new() { ['a'] = 'а', ['e'] = 'е', ['o'] = 'о', ['c'] = 'с', ['i'] = 'і', ['p'] = 'р', ['y'] = 'у', ['s'] = 'ѕ' };

    private static readonly Dictionary<char, char> s_leet = new() { ['a'] = '4', ['e'] = '3', ['i'] = '1', ['o'] = '0', ['s'] = '5', ['t'] = '7' };

    /// <summary>A form of a name, what it is called, and whether plain text of a western encoding can hold it.</summary>
    public (string Text, string What, bool IsPlain) Next(string given, string surname)
    {
        for (var tries = 0; ; tries++)
        {
            if (Form(random.Next(22), given, surname) is { } form && (form.Text != $"{given} {surname}" || tries > 50))
            {
                return form;
            }
        }
    }

    private (string Text, string What, bool IsPlain)? Form(int form, string given, string surname)
    {
        var first = given[0];
        var last = surname[0];
        var plain = Plain($"{given} {surname}");
        return form switch
        {
            0 => s_short.TryGetValue(given, out var shorts) ? (shorts[random.Next(shorts.Length)], "a short form", true) : null,
            1 => ($"{first}.{last}.", "initials", true),
            2 => ($"{first}. {surname}", "initial and surname", true),
            3 => ($"{given} {last}", "name and initial", true),
            4 => ($"{surname}, {given}", "surname first", true),
            5 => ($"{given}'s", "possessive", true),
            6 => ($"{surname.ToUpperInvariant()}, {given}", "surname in capitals", true),
            7 => ($"{given} {surname}".ToUpperInvariant(), "capitals", true),
            8 => ($"{given} {surname}".ToLowerInvariant(), "small letters", true),
            9 => plain != $"{given} {surname}" ? (plain, "without accents", true) : null,
            10 or 11 => Long(given, surname) is { } name ? (Typo(name), "a typing error", true) : null,
            12 => ($"{given} {Typo(surname)}", "a typing error beside the given name", true),
            13 => (string.Join(' ', given.ToCharArray()), "letter by letter", true) is var spaced && given.Length > 3 ? spaced : null,
            14 => (string.Join('\u200B', surname.ToCharArray()), "invisible characters", false),
            15 => surname.Length > 4 ? ($"{surname[..3]}\u00AD{surname[3..]}", "soft hyphen", true) : null,
            16 => Swap(surname, s_alike) is { } alike && alike != surname ? (alike, "letters that look alike", false) : null,
            17 => surname.Length > 4 && surname.ToLowerInvariant() is var small && Swap(small, s_leet) is { } leet && leet != small ? (leet, "figures for letters", true) : null,
            18 => ($"{Plain(given)}_{Letters(surname)}".ToLowerInvariant(), "joined by an underscore", true),
            19 => ($"{Letters(given)}{Letters(surname)}{random.Next(10, 99)}".ToLowerInvariant(), "written in one", true),
            20 => ($"{Letters(given)}.{Letters(surname)}@example.org".ToLowerInvariant(), "in an e-mail address", true),
            _ => ($"{given}\u00A0{surname}", "no-break space", true),
        };
    }

    private string? Long(string given, string surname)
    {
        var name = random.Next(2) == 0 && given.Length > 4 ? given : surname;
        return name.Length > 4 ? name : null;
    }

    private string Typo(string name)
    {
        var at = random.Next(1, Math.Max(2, name.Length - 1));
        return random.Next(4) switch
        {
            0 when at + 1 < name.Length && name[at] != name[at + 1] => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            1 when name.Length > 4 => name.Remove(at, 1),
            2 => name.Insert(at, name[at].ToString()),
            _ => $"{name[..at]}{"qwertyuiopasdfghjklzxcvbnm"[random.Next(26)]}{name[(at + 1)..]}",
        };
    }

    private static string Swap(string name, Dictionary<char, char> with) => string.Concat(name.Select((each, at) => at > 0 && with.TryGetValue(each, out var other) ? other : each));

    private static string Letters(string name) => string.Concat(Plain(name).Where(char.IsLetter));

    private static string Plain(string name) => new StringBuilder(name)
        .Replace('ë', 'e').Replace('é', 'e').Replace('á', 'a').Replace('ü', 'u').Replace('ú', 'u').Replace('ñ', 'n').ToString();
}
