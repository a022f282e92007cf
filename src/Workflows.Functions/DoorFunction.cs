using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Cloud;

namespace Workflows.Functions;

/// <summary>
/// The door: every request, whatever its path and method, goes to the web application, which does its own routing, sign-in and
/// checks.
/// </summary>
/// <param name="host">Has the web application.</param>
/// <param name="instances">Tells orchestrations of what a command changes.</param>
public sealed class DoorFunction(CloudHost host, DurableInstances instances)
{
    /// <summary>Answers one request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The orchestrations.</param>
    [Function("Door")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        instances.Reach(client);
        return host.Door.HandleAsync(request.HttpContext);
    }
}
