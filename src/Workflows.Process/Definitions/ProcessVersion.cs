using System.Globalization;

namespace Workflows.Process.Definitions;

/// <summary>The order of versions: by number, so that 2026.10 comes after 2026.9.</summary>
internal static class ProcessVersion
{
    private const int MostParts = 3;

    /// <summary>Whether it is one to three whole numbers with full stops between; the numbers, filled up with zeros.</summary>
    public static bool TryParse(string text, out (int First, int Second, int Third) version)
    {
        version = default;
        var parts = text.Split('.');
        var numbers = new int[MostParts];
        for (var index = 0; index < parts.Length; index++)
        {
            if (index >= MostParts || !int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index])
                || (parts[index].Length > 1 && parts[index][0] == '0'))
                return false;
        }
        version = (numbers[0], numbers[1], numbers[2]);
        return true;
    }
}
