using Microsoft.Graph.Models;

namespace Workflows.Graph;

/// <summary>
/// What our messages carry so that they can be found again: named properties in a namespace of our own (they stay in the
/// mailbox and can be searched) and internet headers (they travel, and come back inside non-delivery reports).
/// </summary>
/// <remarks>
/// The namespace and the names are part of what is stored in mailboxes: they never change. Graph compares a property's
/// value without regard to case, so whoever finds a message compares the value once more.
/// </remarks>
internal static class MessageMarks
{
    private const string Namespace = "{5b0d5d0e-52a3-4c8e-9d5f-7d9a1c1f6a42}";

    /// <summary>On a letter: its key.</summary>
    public const string LetterKey = $"String {Namespace} Name WorkflowsLetterKey";

    /// <summary>On a letter: the review it is about.</summary>
    public const string Review = $"String {Namespace} Name WorkflowsReview";

    /// <summary>On a sending record: the key of the letter that was asked to be sent.</summary>
    public const string SendingRecord = $"String {Namespace} Name WorkflowsSendingRecord";

    /// <summary>Header with the letter's key.</summary>
    public const string LetterHeader = "X-Workflows-Letter";

    /// <summary>Header with the review's identifier, which says nothing about the case.</summary>
    public const string ReviewHeader = "X-Workflows-Review";

    /// <summary>
    /// Exchange's own: the message class (MS-OXPROPS, PidTagMessageClass); <c>REPORT.IPM.Note.NDR</c> for a non-delivery report.
    /// </summary>
    public const string MessageClass = "String 0x001A";

    /// <summary>Exchange's own: the internet message id that this message answers (MS-OXPROPS, PidTagInReplyToId).</summary>
    public const string InReplyTo = "String 0x1042";

    /// <summary>The filter that finds the messages with a property of this value.</summary>
    public static string Filter(string property, string value) =>
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{property}' and ep/value eq '{Quote(value)}')";

    /// <summary>The expansion that brings these properties along.</summary>
    public static string Expand(params ReadOnlySpan<string> properties) =>
        $"singleValueExtendedProperties($filter={string.Join(" or ", properties.ToArray().Select(p => $"id eq '{p}'"))})";

    /// <summary>A quoted value of a filter, its quotation marks doubled.</summary>
    public static string Quote(string value) => value.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>
    /// The value of a property that was expanded, or null. Graph writes some identifiers back in another case or without
    /// leading zeros.
    /// </summary>
    public static string? Read(Message message, string property) => message.SingleValueExtendedProperties?
        .FirstOrDefault(p => Plain(p.Id) == Plain(property))?.Value;

    private static string? Plain(string? id) =>
        id?.ToLowerInvariant().Replace("0x00", "0x", StringComparison.Ordinal);
}
