using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;
using Workflows.Graph.Connection;

namespace Workflows.Graph.Sending;

/// <summary>The sending records of the mailbox, in a hidden folder of their own.</summary>
internal sealed class SendingRecords(GraphConnection graph, IOptions<GraphMailOptions> options)
{
    internal const string FolderName = "Workflows sending records";
    private const int MostFound = 50;
    private static readonly string[] Select = ["id", "subject"];

    private string? _folder;

    /// <summary>The letter's records: one, but where two workers met or an answer was lost.</summary>
    public async Task<IReadOnlyCollection<SendingRecord>> FindAsync(string key, CancellationToken stop)
    {
        var found = await ListAsync(
            request =>
            {
                request.Filter = MessageMarks.Filter(MessageMarks.SendingRecord, key);
                request.Expand = [MessageMarks.Expand(MessageMarks.SendingRecord)];
            },
            stop);
        return [.. found.Where(message => MessageMarks.Read(message, MessageMarks.SendingRecord) == key)
            .Select(message => SendingRecord.Read(message.Id!, message.Subject))];
    }

    /// <summary>Writes down, before it is done, that a draft is about to be sent; renews the earlier record where there is one.</summary>
    public async Task<SendingRecord> AskAsync(string key, string draft, DateTimeOffset now, SendingRecord? earlier, CancellationToken stop)
    {
        if (earlier is not null)
        {
            return await RewriteAsync(earlier with { Draft = draft, AskedAt = now, Reported = false }, stop);
        }

        var message = new Message
        {
            Subject = SendingRecord.Write(draft, now, reported: false),
            Body = new ItemBody { ContentType = BodyType.Text, Content = "Kept for some weeks so that no letter is sent twice." },
            SingleValueExtendedProperties = [new() { Id = MessageMarks.SendingRecord, Value = key }],
        };
        var made = await InFolderAsync(
            (folder, limit) => In(graph.Client).MailFolders[folder].Messages.PostAsync(message, cancellationToken: limit), stop);
        return made?.Id is { Length: > 0 } id
            ? new SendingRecord(id, draft, now, Reported: false)
            : throw new GraphFaultException(FaultKind.Unclear, "Graph's answer could not be read.");
    }

    /// <summary>Writes down that a person is being told.</summary>
    public Task ReportAsync(SendingRecord record, CancellationToken stop) => RewriteAsync(record with { Reported = true }, stop);

    /// <summary>Removes a record: its letter was certainly not sent, or it is very old.</summary>
    public Task DeleteAsync(SendingRecord record, CancellationToken stop) => graph.AskAsync(
        async (client, limit) =>
        {
            await In(client).Messages[record.Id].PermanentDelete.PostAsync(cancellationToken: limit);
            return true;
        },
        stop);

    /// <summary>The oldest records.</summary>
    public async Task<IReadOnlyList<SendingRecord>> OldestAsync(CancellationToken stop) =>
        [.. (await ListAsync(request => request.Orderby = ["createdDateTime asc"], stop))
            .Select(message => SendingRecord.Read(message.Id!, message.Subject))];

    private async Task<SendingRecord> RewriteAsync(SendingRecord record, CancellationToken stop)
    {
        var change = new Message { Subject = SendingRecord.Write(record.Draft, record.AskedAt, record.Reported) };
        await graph.AskAsync((client, limit) => In(client).Messages[record.Id].PatchAsync(change, cancellationToken: limit), stop);
        return record;
    }

    private async Task<List<Message>> ListAsync(
        Action<Microsoft.Graph.Users.Item.MailFolders.Item.Messages.MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters> query,
        CancellationToken stop)
    {
        var found = await InFolderAsync(
            (folder, limit) => In(graph.Client).MailFolders[folder].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Select = Select;
                    request.QueryParameters.Top = MostFound;
                    query(request.QueryParameters);
                },
                limit),
            stop);
        return found?.Value ?? throw new GraphFaultException(FaultKind.Unclear, "Graph's answer could not be read.");
    }

    private async Task<T> InFolderAsync<T>(Func<string, CancellationToken, Task<T>> call, CancellationToken stop)
    {
        _folder ??= await FindFolderAsync(stop) ?? await MakeFolderAsync(stop);
        var folder = _folder;
        try
        {
            return await graph.AskAsync((_, limit) => call(folder, limit), stop);
        }
        catch (GraphFaultException fault) when (fault.Kind == FaultKind.Missing)
        {
            _folder = null; // somebody removed the folder: the next attempt makes it again
            throw new GraphFaultException(FaultKind.NotDone, "The folder of sending records has gone from the mailbox.");
        }
    }

    private async Task<string?> FindFolderAsync(CancellationToken stop)
    {
        var folders = await graph.AskAsync(
            (client, limit) => In(client).MailFolders.GetAsync(
                request =>
                {
                    request.QueryParameters.IncludeHiddenFolders = "true";
                    request.QueryParameters.Filter = $"displayName eq '{FolderName}'";
                    request.QueryParameters.Select = ["id"];
                },
                limit),
            stop);
        return folders?.Value?.FirstOrDefault()?.Id;
    }

    private async Task<string> MakeFolderAsync(CancellationToken stop)
    {
        try
        {
            var folder = new MailFolder { DisplayName = FolderName, IsHidden = true };
            var made = await graph.AskAsync((client, limit) => In(client).MailFolders.PostAsync(folder, cancellationToken: limit), stop);
            if (made?.Id is { Length: > 0 } id)
            {
                return id;
            }
        }
        catch (GraphFaultException fault) when (fault.Kind == FaultKind.Exists)
        {
            // Another instance was quicker.
        }

        return await FindFolderAsync(stop)
            ?? throw new GraphFaultException(FaultKind.NotDone, "The folder of sending records cannot be found.");
    }

    private UserItemRequestBuilder In(Microsoft.Graph.GraphServiceClient client) => client.Users[options.Value.Mailbox];
}
