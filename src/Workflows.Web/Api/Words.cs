using System.Text.Json;

namespace Workflows.Web.Api;

/// <summary>Names of enumerations as the API writes them: lower case, words joined by hyphens.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    /// <summary>The same with spaces, for states.</summary>
    public static string Spaced<T>(T value)
        where T : struct, Enum => Of(value).Replace('-', ' ');
}
