using System.Text.RegularExpressions;
using Workflows.Process.Definitions;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Rules with a gate left out, as a faulty program would hold them.</summary>
internal static partial class Holes
{
    /// <summary>The shipped definitions, but one answer settles an approval.</summary>
    public static ProcessCatalogue WithoutQuorum()
    {
        var assembly = typeof(ProcessCatalogue).Assembly;
        return ProcessCatalogue.Of(assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Definitions.Shipped.", StringComparison.Ordinal))
            .Select(name => (name.Split(".Shipped.")[1][..^".yaml".Length], (Func<string>)(() => Quorum().Replace(Text(name), "quorum: 1")))));

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    [GeneratedRegex(@"quorum: \S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quorum();
}
