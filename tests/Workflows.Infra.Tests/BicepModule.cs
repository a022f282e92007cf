using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

/// <summary>A module as a template uses it.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Path">Its file.</param>
/// <param name="Text">The whole declaration.</param>
internal sealed partial record BicepModule(string Name, string Path, string Text)
{
    /// <summary>Parameters that it is given.</summary>
    public IReadOnlyList<string> Given
    {
        get
        {
            var head = ParamsHead().Match(Text);
            var indent = head.Groups["indent"].Value;
            var body = Text[(head.Index + head.Length)..];
            body = body[..body.IndexOf($"\n{indent}}}", StringComparison.Ordinal)];
            return
            [
                .. PropertyLine().Matches(body)
                    .Where(match => match.Groups["indent"].Length == indent.Length + 2)
                    .Select(match => match.Groups["name"].Value),
            ];
        }
    }

    [GeneratedRegex(@"^(?<indent> +)params: \{$", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex ParamsHead();

    [GeneratedRegex(@"^(?<indent> +)(?<name>\w+):", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex PropertyLine();
}
