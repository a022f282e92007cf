using System.Security.Cryptography;
using System.Text.Json;

namespace Workflows.Verifier;

/// <summary>Checks an export as its README.txt tells a stranger to.</summary>
internal sealed class ExportCheck(string export, IReadOnlyList<byte[]> keys)
{
    private readonly Dictionary<string, Dictionary<long, string>> _seals = [];
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public long Lines { get; private set; }

    public long Documents { get; private set; }

    public long Heads { get; private set; }

    public void Run()
    {
        foreach (var review in Directory.EnumerateDirectories(Path.Combine(export, "reviews")))
        {
            Chain($"reviews/{Path.GetFileName(review)}", Path.Combine(review, "journal.ndjson"));
            foreach (var looks in Directory.EnumerateFiles(review, "looks-*.ndjson"))
            {
                Chain($"looks/{Path.GetFileName(review)}/{Path.GetFileNameWithoutExtension(looks)["looks-".Length..]}", looks);
            }

            DocumentsOf(review);
        }

        foreach (var set in Directory.Exists(Path.Combine(export, "quarantine")) ? Directory.EnumerateFiles(Path.Combine(export, "quarantine")) : [])
        {
            Chain(Path.GetFileNameWithoutExtension(set).Replace('-', '/'), set);
        }

        Anchored(isWhole: Directory.GetDirectories(Path.Combine(export, "reviews")).Length > 1);
    }

    private void Chain(string name, string path)
    {
        var seals = _seals[name] = [];
        var (before, expected) = (string.Empty, 1L);
        foreach (var line in File.ReadAllBytes(path).Split())
        {
            Lines++;
            try
            {
                using var json = JsonDocument.Parse(line);
                var sequence = json.RootElement.GetProperty("sequence").GetInt64();
                var seal = json.RootElement.GetProperty("seal").GetString()!;
                var owner = json.RootElement.TryGetProperty("chain", out var chain)
                    ? chain.GetString() : $"reviews/{json.RootElement.GetProperty("review").GetString()}";
                if (owner != name || sequence != expected || !keys.Any(key => Seal.Of(key, before, line) == seal))
                {
                    _problems.Add($"{name}: line {expected} is not what was written there.");
                    return;
                }

                (before, expected, seals[sequence]) = (seal, expected + 1, seal);
            }
            catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                _problems.Add($"{name}: line {expected} cannot be read.");
                return;
            }
        }
    }

    private void DocumentsOf(string review)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(review, "documents.json")));
        foreach (var document in list.RootElement.EnumerateArray())
        {
            Documents++;
            var file = Path.Combine(review, "documents", document.GetProperty("file").GetString()!);
            if (!File.Exists(file)
                || Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) != document.GetProperty("sha256").GetString())
            {
                _problems.Add($"{file} is missing, or has other bytes than were handed in.");
            }
        }
    }

    private void Anchored(bool isWhole)
    {
        var heads = new SortedDictionary<string, (long Sequence, string Seal)>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(export, "anchors")).Order(StringComparer.Ordinal))
        {
            Chain(Path.GetFileNameWithoutExtension(path).Replace('-', '/'), path);
            foreach (var line in File.ReadAllBytes(path).Split())
            {
                Take(line, heads);
            }
        }

        foreach (var (name, head) in heads)
        {
            var known = _seals.TryGetValue(name, out var seals);
            if (known ? seals!.GetValueOrDefault(head.Sequence) != head.Seal : isWhole)
            {
                _problems.Add($"{name} is not as it was anchored: line {head.Sequence} is missing or another.");
            }

            Heads++;
        }
    }

    private void Take(byte[] line, SortedDictionary<string, (long Sequence, string Seal)> heads)
    {
        using var anchor = JsonDocument.Parse(line);
        foreach (var head in anchor.RootElement.GetProperty("heads").EnumerateArray())
        {
            heads[head.GetProperty("of").GetString()!] = (head.GetProperty("sequence").GetInt64(), head.GetProperty("seal").GetString()!);
        }

        if (anchor.RootElement.TryGetProperty("root", out var root))
        {
            var text = string.Concat(heads.Select(head => $"{head.Key} {head.Value.Sequence} {head.Value.Seal}\n"));
            if (Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text))) != root.GetString())
            {
                _problems.Add("An anchor's root is not that of its heads.");
            }
        }
    }
}
