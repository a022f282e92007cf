using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Brings together what overlaps: of two hits in one place the longer counts, and names of one entry side by side are one.</summary>
internal static class HitMerge
{
    public static List<Hit> Merge(List<Hit> hits, Tokens tokens)
    {
        var kept = new List<Hit>();
        foreach (var hit in Join(hits, tokens).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length).ThenBy(hit => hit.Entry is null).ThenBy(Rank))
        {
            if (kept.Count > 0 && hit.End <= kept[^1].End)
            {
                continue;
            }

            if (kept.Count > 0 && hit.Start < kept[^1].End && hit.Kind == kept[^1].Kind)
            {
                kept[^1] = kept[^1] with { Length = hit.End - kept[^1].Start };
                continue;
            }

            kept.Add(hit);
        }

        return kept;
    }

    private static int Rank(Hit hit) => hit.Kind switch { FindingKind.Phone => 2, FindingKind.Number => 3, _ => 1 } + (hit.How == "as listed" ? 0 : 10);

    private static List<Hit> Join(List<Hit> hits, Tokens tokens)
    {
        var joined = new List<Hit>(hits.Where(hit => hit.Kind != FindingKind.Name));
        foreach (var group in hits.Where(hit => hit.Kind == FindingKind.Name).GroupBy(hit => hit.Entry))
        {
            Hit? last = null;
            foreach (var hit in group.OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length))
            {
                if (last is { } before && hit.Start - before.End <= 2 && IsJoint(tokens.Text.Lower, before, hit))
                {
                    last = before with { Length = Math.Max(before.End, hit.End) - before.Start, How = before.How == "as listed" ? hit.How : before.How };
                    continue;
                }

                if (last is { } done)
                {
                    joined.Add(done);
                }

                last = hit;
            }

            joined.Add(last!.Value);
        }

        return joined;
    }

    private static bool IsJoint(string text, Hit one, Hit other) =>
        other.Start <= one.End || text.AsSpan(one.End, other.Start - one.End).Trim() switch
        {
            "" or "-" or "_" => true,
            "," => !text.AsSpan(one.Start, one.Length).Contains(','),
            "." => one.Length == 1 || !char.IsLetter(text[one.End - 2]),
            _ => false,
        };
}
