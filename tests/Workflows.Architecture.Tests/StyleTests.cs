using System.Text.RegularExpressions;

namespace Workflows.Architecture.Tests;

/// <summary>Pages have the styles of all that they are made of: without them a page still works, and looks broken.</summary>
public sealed partial class StyleTests
{
    private const string Styles = "src/Workflows.Web/Pages/Assets/Styles/app.scss";

    // A card is a part of another component; the template stands in the core.
    private static readonly Dictionary<string, string> s_elsewhere = new() { ["summary-card"] = "components/summary-list", ["template"] = "core" };

    [Fact]
    public void Every_component_of_the_design_system_in_a_page_has_its_styles()
    {
        var taken = Repository.Read(Styles);
        var used = Repository.Files
            .Where(file => file.StartsWith("src/Workflows.Web/", StringComparison.Ordinal) && Path.GetExtension(file) is ".razor" or ".cs")
            .SelectMany(file => Component().Matches(Repository.Read(file)).Select(match => (file, Name: match.Groups["name"].Value)))
            .DistinctBy(pair => pair.Name).ToArray();

        Assert.True(used.Length > 10, "Hardly any component was found in the pages.");
        Offenders.None(used
            .Where(pair => !taken.Contains($"govuk/{s_elsewhere.GetValueOrDefault(pair.Name, $"components/{pair.Name}")}\";", StringComparison.Ordinal))
            .Select(pair => $"{pair.file}: {Styles} does not take the component {pair.Name}."));
    }

    [GeneratedRegex("govuk-(?<name>[a-z]+(-[a-z]+)*)__", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Component();
}
