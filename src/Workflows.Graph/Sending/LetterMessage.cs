using System.Net.Mail;
using System.Text;
using Microsoft.Graph.Models;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Sending;

/// <summary>Makes Graph's message of a letter.</summary>
/// <remarks>
/// Graph takes one body: the HTML, from which Exchange itself makes the plain-text part for readers that want one. The
/// letter's own text is used only where there is no HTML.
/// </remarks>
internal static class LetterMessage
{
    private const int MostRecipients = 500; // Exchange Online's limit for one message
    private const int LongestSubject = 255;
    private const int LongestKey = 200;

    /// <summary>Why the letter can never be sent, in plain words without addresses; null where it can.</summary>
    public static string? Fault(OutgoingLetter letter) => letter switch
    {
        { Key: null or { Length: 0 or > LongestKey } } => $"The letter's key must have 1 to {LongestKey} characters.",
        _ when letter.Key.Any(c => c is <= ' ' or > '~') => "The letter's key must be printable ASCII without spaces.",
        { To.Count: 0 or > MostRecipients } => $"A letter needs 1 to {MostRecipients} recipients.",
        _ when !letter.To.All(IsAddress) => "A recipient's address is not valid: correct it in the directory.",
        _ => null,
    };

    public static Message Make(OutgoingLetter letter)
    {
        var message = WithoutAttachments(letter);
        if (letter.Calendar is not null)
        {
            message.Attachments = [Calendar(letter.Calendar)];
        }

        return message;
    }

    private static Message WithoutAttachments(OutgoingLetter letter) => new()
    {
        Subject = OneLine(letter.Subject),
        Body = string.IsNullOrWhiteSpace(letter.Html)
            ? new ItemBody { ContentType = BodyType.Text, Content = letter.Text }
            : new ItemBody { ContentType = BodyType.Html, Content = letter.Html },
        ToRecipients = [.. letter.To.Select(address => new Recipient { EmailAddress = new EmailAddress { Address = address } })],
        SingleValueExtendedProperties =
        [
            new() { Id = MessageMarks.LetterKey, Value = letter.Key },
            new() { Id = MessageMarks.Review, Value = letter.Review.Value },
        ],
        InternetMessageHeaders =
        [
            new() { Name = MessageMarks.LetterHeader, Value = letter.Key },
            new() { Name = MessageMarks.ReviewHeader, Value = letter.Review.Value },
        ],
    };

    private static FileAttachment Calendar(string text) => new()
    {
        OdataType = "#microsoft.graph.fileAttachment",
        Name = "deadlines.ics",
        ContentType = "text/calendar; charset=utf-8",
        ContentBytes = Encoding.UTF8.GetBytes(text),
    };

    /// <summary>Control characters become spaces, so that no subject can begin a header of its own.</summary>
    private static string OneLine(string subject)
    {
        var line = string.Create(subject.Length, subject, (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i];
            }
        }).Trim();
        return line.Length <= LongestSubject ? line : line[..LongestSubject];
    }

    private static bool IsAddress(string address) =>
        address.Length <= 254 && !address.Any(char.IsControl)
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;
}
