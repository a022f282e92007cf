namespace Workflows.Process.Definitions.Reading;

/// <summary>Problems as they are found, each once, cut at a number that a person would still read.</summary>
internal sealed class ProblemLog(string file)
{
    private const int Most = 200;
    private readonly HashSet<DefinitionProblem> _found = [];

    public bool IsEmpty => _found.Count == 0;

    /// <summary>All of them in the order of the file.</summary>
    public IReadOnlyList<DefinitionProblem> InOrder() =>
        [.. _found.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>Logs a problem: a sentence that says what is wrong, and one that says what to do.</summary>
    public void Add(Place place, string what, string remedy)
    {
        if (_found.Count < Most)
            _found.Add(new DefinitionProblem(file, place.Line, place.Column, what, remedy));
    }

    /// <summary>Logs a word that is none of those known, with the nearest of them as the remedy.</summary>
    public void AddUnknown(Place place, string kind, string word, IEnumerable<string> known, string otherwise)
    {
        var nearest = Spelling.Nearest(word, known);
        Add(place, $"There is no {kind} '{Shown(word)}'.",
            nearest is null ? otherwise : $"Write '{nearest}' if that is meant, or {Lower(otherwise)}");
    }

    /// <summary>A word of the file as a message repeats it: short, on one line.</summary>
    public static string Shown(string text)
    {
        var line = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
        return line.Length > 60 ? line[..60] + "…" : line;
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
