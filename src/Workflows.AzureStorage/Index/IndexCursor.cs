using System.Text.RegularExpressions;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>Cursors: the key of the last item of a page, with a letter for the list it is of.</summary>
internal sealed partial class IndexCursor
{
    public static readonly IndexCursor Reviews = new('r', ReviewKey());
    public static readonly IndexCursor Publications = new('p', PublicationKey());

    private readonly char _letter;
    private readonly Regex _key;

    private IndexCursor(char letter, Regex key) => (_letter, _key) = (letter, key);

    public string Close(string key) => _letter + key;

    /// <summary>The key after which to go on; empty for the first page.</summary>
    /// <exception cref="InvalidCursorException">No page of this list gave it.</exception>
    public string Open(string? cursor) => cursor is null ? string.Empty
        : cursor.Length is > 1 and < 100 && cursor[0] == _letter && _key.IsMatch(cursor[1..]) ? cursor[1..]
        : throw new InvalidCursorException();

    [GeneratedRegex(@"\A[0-9]{19}[0-9a-f]{32}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex ReviewKey();

    [GeneratedRegex(@"\A[0-9]{7}[a-z0-9][a-z0-9-]{0,64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex PublicationKey();
}
