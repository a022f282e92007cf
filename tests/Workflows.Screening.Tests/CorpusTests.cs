using Workflows.Screening.Corpus;
using Workflows.Screening.Reading;

namespace Workflows.Screening.Tests;

/// <summary>A smaller run of <c>bench screening</c>, on a seed of its own.</summary>
public sealed class CorpusTests
{
    private const int Seed = 20260411;

    [Fact]
    public void Planted_details_are_found_and_decoys_are_left_alone()
    {
        var measure = new Measure();
        foreach (var document in CorpusMaker.Make(Seed, 80))
        {
            measure.Add(document);
        }

        Assert.True(measure.Exact.All > 300 && measure.Variants.All > 200, "The corpus is too small to say anything.");
        Assert.True(measure.ExactRecall >= 0.995, $"exact {measure.ExactRecall:P2}\n{string.Join('\n', measure.Missed)}");
        Assert.True(measure.VariantRecall >= 0.95, $"variants {measure.VariantRecall:P2}\n{string.Join('\n', measure.Missed)}");
        Assert.True(measure.Precision >= 0.95, $"precision {measure.Precision:P2}\n{string.Join('\n', measure.Wrong)}");
    }

    [Theory]
    [InlineData(FindingKind.NhsNumber)]
    [InlineData(FindingKind.Postcode)]
    [InlineData(FindingKind.Date)]
    public void A_pattern_that_finds_nothing_any_more_misses_the_target(FindingKind broken)
    {
        var measure = new Measure();
        foreach (var document in CorpusMaker.Make(Seed, 40))
        {
            var text = DocumentReader.Read(document.Bytes, document.FileName, CancellationToken.None);
            measure.Count(document, [.. new Screen(document.List).Find(text, CancellationToken.None).Where(finding => finding.Kind != broken)]);
        }

        Assert.True(measure.ExactRecall < 0.995, $"{measure.ExactRecall:P2}");
    }

    [Fact]
    public void Every_format_has_what_was_planted_on_every_page_of_a_long_report()
    {
        foreach (var isPdf in new[] { true, false })
        {
            var document = CorpusMaker.Report(Seed, pages: 20, isPdf);
            var measure = new Measure();
            measure.Add(document);
            Assert.True(document.Pages >= 20);
            Assert.True(measure.ExactRecall >= 0.995, string.Join('\n', measure.Missed));
        }
    }

    [Fact]
    public void A_seed_makes_the_same_corpus_again() => Assert.Equal(
        CorpusMaker.Make(Seed, 4).Select(document => document.Planted.Count), CorpusMaker.Make(Seed, 4).Select(document => document.Planted.Count));
}
