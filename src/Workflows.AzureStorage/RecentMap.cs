using System.Collections.Concurrent;

namespace Workflows.AzureStorage;

/// <summary>What was learnt lately. It forgets everything once it is full: all of it can be learnt again.</summary>
internal sealed class RecentMap<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, TValue> _map = new();

    public TValue? Find(TKey key) => _map.GetValueOrDefault(key);

    public void Keep(TKey key, TValue value)
    {
        if (_map.Count >= capacity)
        {
            _map.Clear();
        }

        _map[key] = value;
    }

    public void Forget(TKey key) => _map.TryRemove(key, out _);
}
