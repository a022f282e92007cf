using System.Net;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Links;

/// <summary>The letter that brings a code. It names no case, no step and nobody, and has no link that could be followed.</summary>
internal static class CodeLetter
{
    public static OutgoingLetter Write(
        ReviewId review, string name, string code, string address, LetterOptions options, DateTimeOffset now)
    {
        var shown = $"{code[..3]} {code[3..]}";
        string[] says =
        [
            $"Your code is {shown}. It is good for ten minutes and can be used once.",
            $"Enter it on the page of {options.ServiceName} that asked for it.",
            "If you did not ask for a code, you need do nothing. Do not give it to anybody: nobody from the service will ask you for it.",
        ];
        return new OutgoingLetter
        {
            // A code that was sent before is another letter.
            Key = $"code/{name[..32]}/{now.UtcTicks:x}",
            Review = review,
            Kind = "code",
            To = [address],
            Subject = $"Your code for {options.ServiceName}",
            Text = string.Join("\n\n", says) + "\n",
            Html = $"<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Your code</title></head><body>{string.Concat(says.Select(each => $"<p>{WebUtility.HtmlEncode(each)}</p>"))}</body></html>",
            Attempt = 1,
        };
    }
}
