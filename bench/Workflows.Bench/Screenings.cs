using System.Diagnostics;
using Workflows.Screening;
using Workflows.Screening.Corpus;
using Workflows.Screening.Reading;

namespace Workflows.Bench;

/// <summary>Measures the identifying-details screen: what it finds of what was planted, what else it points out, and how long it takes.</summary>
internal static class Screenings
{
    private const int Documents = 320;
    private const int Pages = 200;

    /// <summary>Prints the figures. Answers 1 where a target is missed, so that a regression is seen by whoever runs it.</summary>
    public static int Measure(int seed)
    {
        Console.WriteLine($"seed {seed}, {Documents} documents");

        // First, in a program that has read nothing yet: what somebody waits for who screens one report.
        var cold = Time(seed, isPdf: true, "cold");
        var measure = new Measure();
        foreach (var document in CorpusMaker.Make(seed, Documents))
        {
            measure.Add(document);
        }

        Console.WriteLine($"planted exact details found        {measure.ExactRecall,10:P2}   ({measure.Exact.Found} of {measure.Exact.All}; at least 99.5 %)");
        Console.WriteLine($"planted variants found             {measure.VariantRecall,10:P2}   ({measure.Variants.Found} of {measure.Variants.All}; at least 95 %)");
        Console.WriteLine($"precision                          {measure.Precision,10:P2}   ({measure.Pointed.Right} of {measure.Pointed.All} places pointed out were planted)");
        foreach (var (what, (found, all)) in measure.ByWhat.Where(each => each.Value.Found < each.Value.All).OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {what,-40} {found} of {all}");
        }

        foreach (var line in measure.Missed.Take(20).Select(missed => $"  missed  {missed}").Concat(measure.Wrong.Take(20).Select(wrong => $"  wrong   {wrong.ReplaceLineEndings(" ")}")))
        {
            Console.WriteLine(line);
        }

        var seconds = Math.Max(cold, Math.Max(Time(seed, isPdf: true, "warm"), Time(seed, isPdf: false, "warm")));
        var isGood = measure.ExactRecall >= 0.995 && measure.VariantRecall >= 0.95 && seconds < 5;
        Console.WriteLine(isGood ? "all targets met" : "TARGET MISSED");
        return isGood ? 0 : 1;
    }

    private static double Time(int seed, bool isPdf, string state)
    {
        var document = CorpusMaker.Report(seed, Pages, isPdf);
        var start = Stopwatch.GetTimestamp();
        var findings = new Screen(document.List).Find(DocumentReader.Read(document.Bytes, document.FileName, CancellationToken.None), CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"{(isPdf ? "PDF" : "Word document"),-13} of {document.Pages} pages, {state}, seconds {seconds,10:N2}   ({findings.Count} findings; under 5)");
        return seconds;
    }
}
