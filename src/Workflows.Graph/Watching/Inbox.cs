using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;
using Workflows.Graph.Connection;

namespace Workflows.Graph.Watching;

/// <summary>A page of changes in the inbox.</summary>
/// <param name="Messages">New or changed messages.</param>
/// <param name="Next">Where to read on.</param>
/// <param name="Last">Whether this page ends the round.</param>
internal sealed record InboxPage(IReadOnlyList<Message> Messages, string Next, bool Last);

/// <summary>The sending mailbox as its watcher reads it.</summary>
internal sealed class Inbox(GraphConnection graph, IOptions<GraphMailOptions> options)
{
    private const string PageSize = "odata.maxpagesize=50";
    private static readonly string[] Select = ["id", "internetMessageId", "receivedDateTime", "from"];

    /// <summary>The first page from the beginning, or from an instant on where there is one.</summary>
    public async Task<InboxPage> FirstAsync(DateTimeOffset? from, CancellationToken stop) => ToPage(await graph.AskAsync(
        (client, limit) => In(client).MailFolders["inbox"].Messages.Delta.GetAsDeltaGetResponseAsync(
            request =>
            {
                request.Headers.Add("Prefer", PageSize);
                request.QueryParameters.Select = Select;
                request.QueryParameters.Expand = [MessageMarks.Expand(MessageMarks.MessageClass, MessageMarks.InReplyTo)];
                request.QueryParameters.Filter =
                    from is { } instant ? $"receivedDateTime ge {instant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : null;
            },
            limit),
        stop));

    /// <summary>The page behind a link. A link to any other place than Graph's is not followed: the token would go there.</summary>
    public async Task<InboxPage> FollowAsync(string link, CancellationToken stop)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri)
            || uri.GetLeftPart(UriPartial.Authority) != graph.BaseUrl.GetLeftPart(UriPartial.Authority))
        {
            throw new GraphFaultException(FaultKind.Expired, "The kept link does not lead to Graph.");
        }

        return ToPage(await graph.AskAsync(
            (client, limit) => In(client).MailFolders["inbox"].Messages.Delta.WithUrl(link)
                .GetAsDeltaGetResponseAsync(request => request.Headers.Add("Prefer", PageSize), limit),
            stop));
    }

    /// <summary>Reads the source of a message.</summary>
    public async Task<DeliveryReport> ReadAsync(string id, CancellationToken stop) => await graph.AskAsync(
        async (client, limit) =>
        {
            await using var source = await In(client).Messages[id].Content.GetAsync(cancellationToken: limit) ?? Stream.Null;
            using var reader = new StreamReader(source, Encoding.Latin1);
            return DeliveryReport.Read(reader);
        },
        stop);

    /// <summary>Key and review of the letter that was sent under an internet message id; nulls where it is none of ours.</summary>
    public async Task<(string? Key, string? Review)> FindLetterAsync(string internetMessageId, CancellationToken stop)
    {
        var found = await graph.AskAsync(
            (client, limit) => In(client).MailFolders["sentitems"].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = $"internetMessageId eq '{MessageMarks.Quote(internetMessageId)}'";
                    request.QueryParameters.Expand = [MessageMarks.Expand(MessageMarks.LetterKey, MessageMarks.Review)];
                    request.QueryParameters.Select = ["id"];
                    request.QueryParameters.Top = 1;
                },
                limit),
            stop);
        return found?.Value?.FirstOrDefault() is { } letter
            ? (MessageMarks.Read(letter, MessageMarks.LetterKey), MessageMarks.Read(letter, MessageMarks.Review))
            : (null, null);
    }

    private static InboxPage ToPage(DeltaGetResponse? page) =>
        (page?.OdataNextLink ?? page?.OdataDeltaLink) is { } next
            ? new(page!.Value ?? [], next, page.OdataNextLink is null)
            : throw new GraphFaultException(FaultKind.Unclear, "Graph's answer could not be read.");

    private UserItemRequestBuilder In(Microsoft.Graph.GraphServiceClient client) => client.Users[options.Value.Mailbox];
}
