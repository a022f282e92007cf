using System.Text.Json.Nodes;
using Workflows.Graph.Tests.GraphServer;

namespace Workflows.Graph.Tests.Watching;

/// <summary>Messages as they come into an inbox.</summary>
internal static class Reports
{
    public static StoredMessage AddReport(
        this StoredMailbox mailbox, StoredMessage original, string status = "5.1.1", string action = "failed", bool withOriginal = true, bool standard = true)
    {
        var headers = withOriginal
            ? $"Content-Type: message/rfc822\r\n\r\nSubject: {original.Subject}\r\nX-Workflows-Letter: {original.Header("X-Workflows-Letter")}\r\n"
                + $"X-Workflows-Review: {original.Header("X-Workflows-Review")}\r\nTo: secret.person@partner.example\r\n"
            : string.Empty;
        var source = "Content-Type: multipart/report; report-type=delivery-status\r\n\r\nYour message to secret.person@partner.example could not be delivered.\r\n"
            + $"--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;secret.person@partner.example\r\nAction: {action}\r\nStatus: {status}\r\n"
            + $"Diagnostic-Code: smtp;550 {status} secret.person@partner.example not found\r\n--b\r\n{headers}";
        return mailbox.AddToInbox(source, standard ? "REPORT.IPM.Note.NDR" : "IPM.Note", standard ? "postmaster@sending.example" : "MAILER-DAEMON@elsewhere.example", original.InternetMessageId);
    }

    public static StoredMessage AddToInbox(this StoredMailbox mailbox, string source, string messageClass, string from, string? inReplyTo = null)
    {
        var properties = new JsonArray(new JsonObject { ["id"] = "String 0x001A", ["value"] = messageClass });
        if (inReplyTo is not null)
        {
            properties.Add(new JsonObject { ["id"] = "String 0x1042", ["value"] = inReplyTo });
        }

        var content = new JsonObject
        {
            ["subject"] = "Undeliverable: a step is due",
            ["from"] = new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = from } },
            ["singleValueExtendedProperties"] = properties,
        };
        return mailbox.Add("inbox", content, isDraft: false, source);
    }
}
