using Xunit.Abstractions;

namespace Workflows.Process.Tests.Definitions;

/// <summary>One way of writing a definition wrongly, as it stands in refusals.txt.</summary>
public sealed class Refusal : IXunitSerializable
{
    private readonly List<string> _old = [];
    private readonly List<string> _new = [];
    private string _name = "";
    private string _namedLine = "";

    /// <summary>What is said, problem and remedy.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The small definition with this mistake in it.</summary>
    public string Text
    {
        get
        {
            var old = string.Join('\n', _old) + "\n";
            Assert.Equal(2, Samples.Small.Split(old).Length);
            return Samples.Small.Replace(old, string.Concat(_new.Select(line => line + "\n")));
        }
    }

    /// <summary>The line that must be named, from 1.</summary>
    public int Line
    {
        get
        {
            var lines = Text.Split('\n').Select((text, index) => (text, index)).Where(line => line.text.Trim() == _namedLine);
            return Assert.Single(lines).index + 1;
        }
    }

    public static IReadOnlyList<Refusal> All { get; } = Parse(Samples.TextOf("refusals.txt"));

    public override string ToString() => _name;

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(_name), _name);

    public void Deserialize(IXunitSerializationInfo info)
    {
        var other = All.Single(refusal => refusal._name == info.GetValue<string>(nameof(_name)));
        (_name, _namedLine, Message) = (other._name, other._namedLine, other.Message);
        _old.AddRange(other._old);
        _new.AddRange(other._new);
    }

    private static List<Refusal> Parse(string text)
    {
        var all = new List<Refusal>();
        foreach (var line in text.Split('\n').SkipWhile(line => !line.StartsWith('#')).Where(line => line.Length > 1))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                all.Add(new Refusal { _name = line[3..] });
            else if (line[0] != '#')
                all[^1].Take(line[0], line[2..]);
        }
        return all;
    }

    private void Take(char mark, string content)
    {
        switch (mark)
        {
            case '-':
                _old.Add(content);
                break;
            case '+':
                _new.Add(content);
                break;
            case '@':
                _namedLine = content;
                break;
            case '=':
                Message = content;
                break;
            default:
                throw new FormatException($"refusals.txt: {mark} {content}");
        }
    }
}
