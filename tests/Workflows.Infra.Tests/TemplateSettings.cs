using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

/// <summary>Settings of the program that the templates make.</summary>
internal static partial class TemplateSettings
{
    /// <summary>Their names, as environment variables; those of the Functions host itself are left out.</summary>
    public static IReadOnlyList<string> Made() =>
    [
        .. new[] { "main.bicep", "modules/functions.bicep" }
            .SelectMany(name => Setting().Matches(Templates.Open(name).Text).Select(match => match.Groups["name"].Value))
            .Where(name => !name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal) && !name.StartsWith("AzureFunctionsJobHost", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\b(?<name>[A-Z]\w+__\w+|TaskHubName|WatchdogSchedule|[A-Z]+_[A-Z_]+): ", BicepFile.Options, BicepFile.Patience)]
    private static partial Regex Setting();
}
