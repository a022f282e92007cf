namespace Workflows.Screening.Matching;

/// <summary>A detail found in a folded text, before hits that overlap are brought together.</summary>
internal readonly record struct Hit(FindingKind Kind, int Start, int Length, string How, int? Entry)
{
    public int End => Start + Length;
}
