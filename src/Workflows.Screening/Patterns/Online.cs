using System.Text.RegularExpressions;
using Workflows.Screening.Matching;
using Workflows.Screening.Text;

namespace Workflows.Screening.Patterns;

/// <summary>Finds e-mail addresses, addresses on the web, and names in social media and games.</summary>
internal static partial class Online
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static void Find(Folded text, List<Hit> hits)
    {
        foreach (var pattern in new[] { Email(), MaskedEmail() })
        {
            foreach (Match match in pattern.Matches(text.Lower))
            {
                hits.Add(new Hit(FindingKind.Email, match.Index, match.Length, "an e-mail address", Entry: null));
            }
        }

        foreach (Match match in Web().Matches(text.Lower))
        {
            var host = match.Groups["host"].Value;
            if (!IsPublic(host))
            {
                hits.Add(new Hit(FindingKind.WebAddress, match.Index, match.Value.TrimEnd('.', ',', ')', ';').Length, "an address on the web", Entry: null));
            }
        }

        foreach (var pattern in new[] { At(), Labelled() })
        {
            foreach (Match match in pattern.Matches(text.InLine))
            {
                var name = match.Groups["name"];
                if (pattern == At() || IsHandle(match, name.Value))
                {
                    hits.Add(new Hit(FindingKind.Handle, name.Index, name.Value.TrimEnd('.').Length, "a name in social media or games", Entry: null));
                }
            }
        }
    }

    private static bool IsHandle(Match match, string name) =>
        name.Any(each => char.IsDigit(each) || each is '_') || name.Trim('.').Contains('.', StringComparison.Ordinal)
        || (match.Groups["sure"].Success && !DataFiles.Words.Contains(name) && name.Length > 2);

    private static bool IsPublic(string host)
    {
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (DataFiles.PublicContacts.Contains(rest) && (rest != "gov.uk" || host is "gov.uk" or "www.gov.uk") && (rest != "nhs.uk" || host is "nhs.uk" or "www.nhs.uk"))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+'\-]{0,62}[ \n]?@[ \n]?[a-z0-9]([a-z0-9\-]{0,62})(\.[a-z0-9\-]{1,62}){1,4}", Options, 20_000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+\-]{0,62} ?[\[({<] ?at ?[\])}>] ?[a-z0-9\-]{1,62}( ?([\[({<] ?dot ?[\])}>]|\.| dot ) ?[a-z0-9\-]{1,62}){1,4}|(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+\-]{0,62} at [a-z0-9\-]{1,62} dot (co dot uk|com|co|org|net|uk|me|gov)\b", Options, 20_000)]
    private static partial Regex MaskedEmail();

    [GeneratedRegex(@"(https?|hxxps?|ftp)://(?<host>[a-z0-9.\-\[\]]{1,200})(:\d{1,5})?([/?#][^\s<>""]{0,1000})?|(?<![a-z0-9@.\-])(?<host>([a-z0-9\-]{2,62}\.){1,3}(com|net|org|info|ly|io|app|site|blog|co\.uk|org\.uk|me\.uk|sch\.uk)(?=/[^\s])|(www\.[a-z0-9\-]{1,62}(\.[a-z0-9\-]{1,62}){1,4}|(m\.)?(facebook|instagram|tiktok|twitter|x|snapchat|youtube|linkedin|justgiving|gofundme|fb|youtu|t|discord|reddit|onlyfans|twitch)\.(com|me|be|gg|tv)))(/[^\s<>""]{0,1000})?(?![a-z0-9])", Options, 20_000)]
    private static partial Regex Web();

    [GeneratedRegex(@"(?<![a-z0-9._%+\-@])(?<name>@[a-z][a-z0-9_.\-]{1,40})(?![a-z0-9@])", Options, 20_000)]
    private static partial Regex At();

    [GeneratedRegex(@"(?<![a-z])((snapchat|snap|instagram|insta|ig|tiktok|tik tok|twitter|facebook|fb|discord|xbox live|xbox|playstation|psn|kik|telegram|whatsapp|roblox|fortnite|steam|minecraft|twitch|youtube|threads)('s)? ?((?<sure>[:=]|(user ?names?|handles?|gamer ?tags?|screen ?names?|account names?|accounts?|ids?|profiles?|names?)( was| is|:| of| called| named)?) ?| as | under | )|(?<sure>(user ?names?|handles?|gamer ?tags?|screen ?names?|account names?|user ?ids?)( was| is|:| of| called| named| as)?)) ?[""'(]?@?(?<name>[a-z0-9_][a-z0-9_.\-]{1,40}[a-z0-9_])(?![a-z0-9])", Options, 20_000)]
    private static partial Regex Labelled();
}
