using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Finds the first letters of a listed school or service, in capitals.</summary>
internal sealed class Acronyms(IEnumerable<(string Letters, FindingKind Kind, int Entry)> acronyms)
{
    private readonly ILookup<string, (FindingKind Kind, int Entry)> _acronyms =
        acronyms.ToLookup(acronym => acronym.Letters, acronym => (acronym.Kind, acronym.Entry));

    public void Find(Tokens tokens, List<Hit> hits)
    {
        if (_acronyms.Count == 0)
        {
            return;
        }

        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Shape == Shape.AllCapitals && tokens[at].Word.Length >= 3 && !Sense.InCapitals(tokens, at))
            {
                hits.AddRange(_acronyms[tokens[at].Stem].Select(found =>
                    new Hit(found.Kind, tokens[at].Start, tokens[at].Length, "first letters", found.Entry)));
            }
        }
    }
}
