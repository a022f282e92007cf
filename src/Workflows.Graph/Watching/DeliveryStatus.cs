using System.Text.RegularExpressions;

namespace Workflows.Graph.Watching;

/// <summary>Says in plain words what an enhanced status code means (RFC 3463, and Exchange Online's list of non-delivery codes).</summary>
internal static partial class DeliveryStatus
{
    /// <summary>The meaning; never an address, nor any other word of the report itself.</summary>
    /// <param name="status">The code, possibly with a comment behind it, or null.</param>
    public static string Explain(string? status)
    {
        var code = status is null ? string.Empty : Code().Match(status).Value;
        var meaning = code switch
        {
            "5.1.1" or "5.1.10" or "5.1.3" or "5.4.1" => "the address does not exist at the recipient's organisation",
            "5.1.2" or "5.4.4" or "5.4.310" or "5.4.312" => "the recipient's mail domain cannot be found",
            "5.2.1" => "the recipient's mailbox is switched off",
            "5.2.2" or "4.2.2" => "the recipient's mailbox is full",
            "5.2.3" or "5.3.4" => "the letter is larger than the recipient accepts",
            "4.4.7" or "5.4.300" or "4.4.316" => "the recipient's server did not take it in time",
            _ when code.StartsWith("5.7.", StringComparison.Ordinal) => "the recipient's organisation does not accept it",
            _ => "it could not be delivered",
        };
        return code.Length == 0 ? $"Not delivered: {meaning}." : $"Not delivered: {meaning} ({code}).";
    }

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Code();
}
