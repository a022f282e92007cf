using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Sqlite;

/// <summary>Puts the store among an application's services.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="SqliteStore"/>, its journal, index, documents, links and private papers as the ports of the use cases, and
    /// <see cref="SqliteOutbox"/> and <see cref="SqliteNotes"/> by their own names: whether letters go to the outbox is the
    /// host's to say. The folder is opened when the store is first asked for, and closed with the services. A
    /// <see cref="TimeProvider"/> must be among them.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where the store is.</param>
    /// <exception cref="ArgumentException">The options name no folder.</exception>
    public static IServiceCollection AddWorkflowsSqlite(this IServiceCollection services, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            throw new ArgumentException("The store needs a folder: set SqliteStoreOptions.Folder.", nameof(options));
        }

        return services
            .AddSingleton(_ => SqliteStore.Open(options.Folder))
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Journal)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Index)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Documents)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Links)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Chains)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Papers)
            .AddSingleton<SqliteOutbox>()
            .AddSingleton<SqliteNotes>();
    }
}
