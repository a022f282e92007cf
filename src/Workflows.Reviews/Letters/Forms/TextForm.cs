using System.Text;

namespace Workflows.Reviews.Letters.Forms;

/// <summary>Writes a letter as plain text. Each part stands on lines of its own; nothing in a part can break them.</summary>
internal static class TextForm
{
    public static string Write(IReadOnlyList<Block> page)
    {
        var text = new StringBuilder();
        Block? before = null;
        foreach (var block in page)
        {
            if (before is not null && !(before is Fact && block is Fact))
            {
                text.Append('\n');
            }

            text.Append(Of(block)).Append('\n');
            before = block;
        }

        return text.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Heading heading => Underlined(Wording.OneLine(heading.Text), heading.Level == 1 ? '=' : '-'),
        Paragraph paragraph => Wording.OneLine(paragraph.Text),
        Fact fact => $"{fact.Name}: {Wording.OneLine(fact.Value)}",
        Link link => $"{link.Text}\n{link.Address}",
        Footer footer => $"--\n{Wording.OneLine(footer.Text)}",
        _ => throw new ArgumentException($"No text form of {block.GetType().Name}.", nameof(block)),
    };

    private static string Underlined(string text, char line) => $"{text}\n{new string(line, Math.Min(text.Length, 72))}";
}
