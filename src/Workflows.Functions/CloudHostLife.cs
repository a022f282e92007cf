using Microsoft.Extensions.Hosting;
using Workflows.Cloud;

namespace Workflows.Functions;

/// <summary>Starts and stops what the functions stand on, with the worker.</summary>
/// <param name="host">What they stand on.</param>
internal sealed class CloudHostLife(CloudHost host) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);
}
