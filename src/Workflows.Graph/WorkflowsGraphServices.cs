using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflows.Graph.Connection;
using Workflows.Graph.Sending;
using Workflows.Graph.Watching;
using Workflows.Reviews.Ports;

namespace Workflows.Graph;

/// <summary>Adds mail over Microsoft Graph to a host.</summary>
public static class WorkflowsGraphServices
{
    /// <summary>
    /// Registers <see cref="IMailSender"/>, <see cref="INonDeliveryWatcher"/> and <see cref="SendingRecordUpkeep"/>, all over the
    /// one mailbox of the settings. The host provides logging and an <see cref="IDeltaLinkStore"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Has the section <see cref="GraphMailOptions.Section"/>; checked when the host starts.</param>
    /// <param name="credential">
    /// Proves to Graph who the program is, instead of what <see cref="GraphMailOptions.SignIn"/> says. Null in every deployment;
    /// for tests against a server of their own.
    /// </param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWorkflowsGraph(
        this IServiceCollection services, IConfiguration configuration, TokenCredential? credential = null)
    {
        services.AddSingleton<IValidateOptions<GraphMailOptions>, GraphMailOptionsValidator>();
        services.AddOptions<GraphMailOptions>().Bind(configuration.GetSection(GraphMailOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => credential is null
            ? GraphCredential.From(provider.GetRequiredService<IOptions<GraphMailOptions>>().Value)
            : new GraphCredential(credential));
        services.AddSingleton<GraphConnection>();
        services.AddSingleton<Mailbox>();
        services.AddSingleton<SendingRecords>();
        services.AddSingleton<IMailSender, GraphMailSender>();
        services.AddSingleton<INonDeliveryWatcher, NonDeliveryWatcher>();
        services.AddSingleton(provider => new SendingRecordUpkeep(
            provider.GetRequiredService<SendingRecords>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
