namespace Workflows.Screening.Corpus;

/// <summary>A detail that was planted in a document.</summary>
/// <param name="What">What it is and how it was written: <c>name, a short form</c>.</param>
/// <param name="IsExact">Whether it stands there as the list or the pattern has it, rather than as a variant.</param>
/// <param name="Before">What stands before it in its sentence.</param>
/// <param name="Shown">The detail as a reader sees it.</param>
/// <param name="After">What stands after it in its sentence.</param>
public sealed record Planted(string What, bool IsExact, string Before, string Shown, string After)
{
    /// <summary>The whole sentence.</summary>
    public string Sentence => Before + Shown + After;
}

/// <summary>A document of the corpus, with the truth about it.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Bytes">The document.</param>
/// <param name="List">The case's list.</param>
/// <param name="Planted">What was planted.</param>
/// <param name="Pages">Pages that it was laid out on.</param>
public sealed record CorpusDocument(
    string FileName, byte[] Bytes, IReadOnlyList<ListEntry> List, IReadOnlyList<Planted> Planted, int Pages);
