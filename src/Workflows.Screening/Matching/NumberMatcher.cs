using System.Text;
using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Finds the numbers and references of the list however they are grouped, with <c>O</c> for <c>0</c> and <c>l</c> for <c>1</c>.</summary>
internal sealed class NumberMatcher
{
    private const int WidestGap = 3;
    private readonly (string Text, int Entry)[] _numbers;

    public NumberMatcher(IEnumerable<(string Text, int Entry)> numbers) => _numbers =
    [
        .. numbers.SelectMany(number => Forms(number.Text).Select(form => (form, number.Entry))).Where(pair => pair.form.Length >= 3).Distinct(),
    ];

    public void Find(Folded text, List<Hit> hits)
    {
        if (_numbers.Length == 0)
        {
            return;
        }

        var compact = new StringBuilder(text.Lower.Length);
        var places = new List<int>(text.Lower.Length);
        for (var at = 0; at < text.Lower.Length; at++)
        {
            if (char.IsLetterOrDigit(text.Lower[at]))
            {
                compact.Append(Same(text.Lower[at]));
                places.Add(at);
            }
        }

        var all = compact.ToString();
        foreach (var (number, entry) in _numbers)
        {
            for (var at = all.IndexOf(number, StringComparison.Ordinal); at >= 0; at = all.IndexOf(number, at + 1, StringComparison.Ordinal))
            {
                var (first, last) = (places[at], places[at + number.Length - 1]);
                if (IsFree(text.Lower, first, last) && IsTogether(places, at, number.Length))
                {
                    hits.Add(new Hit(FindingKind.Number, first, last + 1 - first, "as listed", entry));
                }
            }
        }
    }

    private static IEnumerable<string> Forms(string text)
    {
        var plain = string.Concat(Folded.Of(text).Lower.Where(char.IsLetterOrDigit).Select(Same));
        yield return plain;
        if (plain.Length >= 10 && plain.All(char.IsDigit))
        {
            // A telephone number at home and from abroad.
            var home = plain.StartsWith("0044", StringComparison.Ordinal) ? plain[4..] : plain.StartsWith("44", StringComparison.Ordinal) ? plain[2..] : plain[0] == '0' ? plain[1..] : null;
            if (home is not null)
            {
                home = home.TrimStart('0');
                yield return $"0{home}";
                yield return $"44{home}";
                yield return $"0044{home}";
                yield return $"440{home}";
            }
        }
    }

    private static char Same(char each) => each switch { 'o' => '0', 'i' or 'l' => '1', _ => each };

    private static bool IsFree(string text, int first, int last) =>
        (first == 0 || !char.IsLetterOrDigit(text[first - 1])) && (last + 1 == text.Length || !char.IsLetterOrDigit(text[last + 1]));

    private static bool IsTogether(List<int> places, int at, int length)
    {
        for (var next = at + 1; next < at + length; next++)
        {
            if (places[next] - places[next - 1] > WidestGap + 1)
            {
                return false;
            }
        }

        return true;
    }
}
