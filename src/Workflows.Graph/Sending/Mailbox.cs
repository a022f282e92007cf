using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;
using Workflows.Graph.Connection;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Sending;

/// <summary>A message of ours as it stands in the mailbox.</summary>
/// <param name="Id">Graph's identifier, which changes when the message moves to another folder. That is wanted: an order
/// to send the draft of this identifier finds nothing once it has been sent.</param>
/// <param name="Name">Its internet message id, which stays the same; nothing personal.</param>
internal sealed record MailboxItem(string Id, string Name);

/// <summary>What the sender does in the sending mailbox. Needs the application permissions Mail.ReadWrite and Mail.Send.</summary>
internal sealed class Mailbox(GraphConnection graph, IOptions<GraphMailOptions> options)
{
    private const string Drafts = "drafts";
    private const string SentItems = "sentitems";
    private const int MostFound = 10;
    private static readonly string[] Select = ["id", "internetMessageId", "isDraft"];

    /// <summary>Creates a draft of the letter, marked with its key.</summary>
    public async Task<MailboxItem> CreateDraftAsync(OutgoingLetter letter, CancellationToken stop)
    {
        var message = LetterMessage.Make(letter);
        var draft = await graph.AskAsync((client, limit) => In(client).Messages.PostAsync(message, cancellationToken: limit), stop);
        return ToItem(draft) ?? throw new GraphFaultException(FaultKind.Unclear, "Graph's answer could not be read.");
    }

    /// <summary>Sends a draft. Graph saves what it sends this way among the sent items; there is no switch for it.</summary>
    public Task SendAsync(string draftId, CancellationToken stop) => graph.AskAsync(
        async (client, limit) =>
        {
            await In(client).Messages[draftId].Send.PostAsync(cancellationToken: limit);
            return true;
        },
        stop);

    /// <summary>Drafts with the letter's key that are still in the drafts folder.</summary>
    public async Task<IReadOnlyCollection<MailboxItem>> FindDraftsAsync(string key, CancellationToken stop) =>
        [.. (await FindInAsync(Drafts, key, stop)).Select(ToItem).OfType<MailboxItem>()];

    /// <summary>The letter among the sent items, or null; it may get there some time after it was sent.</summary>
    public async Task<MailboxItem?> FindSentAsync(string key, CancellationToken stop) =>
        ToItem((await FindInAsync(SentItems, key, stop)).FirstOrDefault());

    /// <summary>The letter anywhere in the mailbox as a message that is no draft (somebody may have filed it), or null.</summary>
    public async Task<MailboxItem?> FindFiledAsync(string key, CancellationToken stop)
    {
        var found = await graph.AskAsync(
            (client, limit) => In(client).Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = MessageMarks.Filter(MessageMarks.LetterKey, key);
                    request.QueryParameters.Expand = [MessageMarks.Expand(MessageMarks.LetterKey)];
                    request.QueryParameters.Select = Select;
                    request.QueryParameters.Top = MostFound;
                },
                limit),
            stop);
        return ToItem(OfKey(found, key).FirstOrDefault(message => message.IsDraft == false));
    }

    /// <summary>Removes a draft that was not sent.</summary>
    public Task DeleteAsync(string id, CancellationToken stop) => graph.AskAsync(
        async (client, limit) =>
        {
            await In(client).Messages[id].DeleteAsync(cancellationToken: limit);
            return true;
        },
        stop);

    private async Task<IEnumerable<Message>> FindInAsync(string folder, string key, CancellationToken stop)
    {
        var found = await graph.AskAsync(
            (client, limit) => In(client).MailFolders[folder].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = MessageMarks.Filter(MessageMarks.LetterKey, key);
                    request.QueryParameters.Expand = [MessageMarks.Expand(MessageMarks.LetterKey)];
                    request.QueryParameters.Select = Select;
                    request.QueryParameters.Top = MostFound;
                },
                limit),
            stop);
        return OfKey(found, key);
    }

    private static IEnumerable<Message> OfKey(MessageCollectionResponse? found, string key) =>
        (found?.Value ?? throw new GraphFaultException(FaultKind.Unclear, "Graph's answer could not be read."))
        .Where(message => MessageMarks.Read(message, MessageMarks.LetterKey) == key);

    private static MailboxItem? ToItem(Message? message) =>
        message?.Id is { Length: > 0 } id ? new(id, message.InternetMessageId ?? id) : null;

    private UserItemRequestBuilder In(Microsoft.Graph.GraphServiceClient client) => client.Users[options.Value.Mailbox];
}
