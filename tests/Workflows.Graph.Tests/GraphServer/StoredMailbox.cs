using System.Globalization;
using System.Text.Json.Nodes;

namespace Workflows.Graph.Tests.GraphServer;

/// <summary>
/// The mailbox behind the tests' Graph server, and the outside world it delivers to. What a test asserts, it asserts here:
/// on what was delivered, not on what the client says.
/// </summary>
public sealed class StoredMailbox(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<StoredMessage> _messages = [];
    private readonly List<StoredMessage> _delivered = [];
    private readonly Dictionary<string, string> _folders = [];
    private int _next;

    /// <summary>How long it takes until a message that was sent shows among the sent items.</summary>
    public TimeSpan SentItemsLag { get; set; }

    /// <summary>Letters that left the mailbox, each as often as it left.</summary>
    public IReadOnlyList<StoredMessage> Delivered
    {
        get
        {
            lock (_lock)
            {
                return [.. _delivered];
            }
        }
    }

    public IReadOnlyList<StoredMessage> In(string folder)
    {
        lock (_lock)
        {
            return [.. _messages.Where(message => message.Folder == folder && message.VisibleAt <= time.GetUtcNow())];
        }
    }

    public IReadOnlyList<StoredMessage> All()
    {
        lock (_lock)
        {
            return [.. _messages.Where(message => message.VisibleAt <= time.GetUtcNow())];
        }
    }

    public StoredMessage? Find(string id)
    {
        lock (_lock)
        {
            return _messages.Find(message => message.Id == id);
        }
    }

    public StoredMessage Add(string folder, JsonObject content, bool isDraft, string source = "", string? internetMessageId = null)
    {
        lock (_lock)
        {
            var number = ++_next;
            var message = new StoredMessage
            {
                Id = NewId(),
                Folder = folder,
                InternetMessageId = internetMessageId ?? string.Create(CultureInfo.InvariantCulture, $"<m{number}@mail.test>"),
                Content = content,
                IsDraft = isDraft,
                CreatedAt = time.GetUtcNow(),
                Change = number,
                Source = source,
            };
            _messages.Add(message);
            return message;
        }
    }

    /// <summary>Submits a draft: it is delivered, leaves the drafts under a new identifier, and shows among the sent items after the lag.</summary>
    public bool Submit(string id)
    {
        lock (_lock)
        {
            if (_messages.Find(message => message.Id == id) is not { IsDraft: true } draft)
            {
                return false;
            }

            draft.IsDraft = false;
            draft.VisibleAt = time.GetUtcNow() + SentItemsLag;
            Move(draft, "sentitems");
            _delivered.Add(draft);
            return true;
        }
    }

    public void Move(StoredMessage message, string folder)
    {
        lock (_lock)
        {
            message.Folder = folder;
            message.Id = NewId();
        }
    }

    public bool Remove(string id)
    {
        lock (_lock)
        {
            return _messages.RemoveAll(message => message.Id == id) > 0;
        }
    }

    public string? FolderId(string name)
    {
        lock (_lock)
        {
            return _folders.GetValueOrDefault(name);
        }
    }

    /// <summary>Makes a folder; null where one of that name is there.</summary>
    public string? MakeFolder(string name)
    {
        lock (_lock)
        {
            return _folders.TryAdd(name, $"folder-{_folders.Count + 1}") ? _folders[name] : null;
        }
    }

    public bool HasFolder(string id)
    {
        lock (_lock)
        {
            return id is "drafts" or "sentitems" or "inbox" || _folders.ContainsValue(id);
        }
    }

    public void RemoveFolders()
    {
        lock (_lock)
        {
            _messages.RemoveAll(message => _folders.ContainsValue(message.Folder));
            _folders.Clear();
        }
    }

    private static string NewId() => $"AAMk{Guid.NewGuid():N}=";
}
