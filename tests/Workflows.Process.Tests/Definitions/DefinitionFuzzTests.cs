using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

/// <summary>Whatever stands in a file, reading it gives a definition or problems, never an exception.</summary>
public sealed class DefinitionFuzzTests
{
    private static readonly string[] Fragments =
    [
        "[", "]", "{", "}", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "#", "&a ", "*a", "!t ", "|\n", ">-\n", "? ", "---\n", "...\n", "%YAML 9\n", ",",
        "\0", "\uD800", "\uFEFF", "\u2028", "\\x", "stage.opened", "facts.", "settings.", "true", "null", "~", "-1", "99999999999", "2026-99-99", "all",
        "first", "second", "telling", "report", "way", "partners", "panel", "heardOn", "helpers", "clock", "any", "not", "closed", "responsible",
    ];

    [Theory]
    [InlineData("small.yaml", 1)]
    [InlineData("small.yaml", 2)]
    [InlineData("full.yaml", 3)]
    [InlineData("full.yaml", 4)]
    public void A_damaged_file_gives_a_definition_or_problems(string sample, int seed)
    {
        var random = new Random(seed);
        var good = Samples.TextOf(sample);
        for (var round = 0; round < 1500; round++)
        {
            var text = good;
            for (var damage = random.Next(1, 6); damage > 0; damage--)
                text = Damage(text, random);
            AssertAnswered(text, $"{sample}, seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData("small.yaml", 5)]
    [InlineData("full.yaml", 6)]
    public void Words_in_each_others_places_give_a_definition_or_problems(string sample, int seed)
    {
        var random = new Random(seed);
        var words = Samples.TextOf(sample).Split(' ');
        for (var round = 0; round < 1500; round++)
        {
            var shuffled = (string[])words.Clone();
            for (var swap = random.Next(1, 4); swap > 0; swap--)
                shuffled[random.Next(words.Length)] = words[random.Next(words.Length)];
            AssertAnswered(string.Join(' ', shuffled), $"{sample}, seed {seed}, round {round}");
        }
    }

    private static string Damage(string text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 40), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(random.Next(text.Length - length), length)),
            2 => WithoutLine(text, random),
            3 => text[..at] + (char)random.Next(0x20, 0x7F) + text[(at + 1)..],
            _ => text.Insert(at, Fragments[random.Next(Fragments.Length)]),
        };
    }

    private static string WithoutLine(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(random.Next(lines.Count));
        return string.Join('\n', lines) + "\n";
    }

    private static void AssertAnswered(string text, string where)
    {
        try
        {
            var reading = DefinitionReader.Read(text, "f.yaml");
            Assert.True(reading.IsUsable != reading.Problems.Count > 0, where);
            var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None).Length;
            Assert.All(reading.Problems, problem =>
            {
                Assert.InRange(problem.Line, 1, lines + 1);
                Assert.True(problem.Column >= 1 && problem.What.EndsWith('.') && problem.Remedy.EndsWith('.'), problem.ToString());
                Assert.DoesNotContain('\n', problem.ToString());
            });
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{where}: {error}");
        }
    }
}
