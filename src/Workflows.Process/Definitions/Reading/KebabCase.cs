namespace Workflows.Process.Definitions.Reading;

/// <summary>An enumeration's members as the language writes them: <c>StatutoryGuidance</c> is <c>statutory-guidance</c>.</summary>
internal static class KebabCase
{
    public static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => Table<T>.Words;

    public static string Of<T>(T value)
        where T : struct, Enum => WordOf(value.ToString());

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        var index = Array.IndexOf(Table<T>.Words, text);
        value = index < 0 ? default : Table<T>.Values[index];
        return index >= 0;
    }

    private static string WordOf(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Words = [.. Enum.GetNames<T>().Select(WordOf)];
    }
}
