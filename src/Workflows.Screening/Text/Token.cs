namespace Workflows.Screening.Text;

/// <summary>How a word is written.</summary>
internal enum Shape
{
    Lower,
    Capital,
    AllCapitals,
    Mixed,
    Digits,
}

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Word">Its small letters and digits, without apostrophes.</param>
/// <param name="Stem">Without an apostrophe's <c>s</c> at its end; otherwise the same as <paramref name="Word"/>.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="BeginsSentence">Whether a capital letter says nothing, because a sentence or line begins here.</param>
internal readonly record struct Token(int Start, int Length, string Word, string Stem, Shape Shape, bool BeginsSentence)
{
    public int End => Start + Length;

    public bool HasCapital => Shape is Shape.Capital or Shape.AllCapitals or Shape.Mixed;
}
