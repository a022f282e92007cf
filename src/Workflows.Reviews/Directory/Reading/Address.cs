using Workflows.Process.Definitions.Reading;

namespace Workflows.Reviews.Directory.Reading;

/// <summary>
/// Reads email addresses: the plain form of RFC 5321, in ASCII, without quoting or comments. Nothing that a mail header
/// could take for more than one address passes.
/// </summary>
internal static class Address
{
    private const string Special = ".!#$%&'*+/=?^_`{|}~-";

    public static string Read(Section section, ProblemLog problems)
    {
        var text = section.Text("email", 254);
        if (text.Length > 0 && !IsValid(text))
        {
            problems.Add(
                section.PlaceOf("email"), $"'{ProblemLog.Shown(text)}' is no email address.",
                "Write one address alone: name@example.org.");
        }

        return text;
    }

    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@');
        return text.Length <= 254 && at is > 0 and <= 64 && IsLocal(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocal(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || Special.Contains(letter))
        && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);

    private static bool IsDomain(string text) =>
        text.Contains('.') && text.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
            && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
