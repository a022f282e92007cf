using Microsoft.Extensions.Logging;

namespace Workflows.Graph.Connection;

/// <summary>
/// Gives every request an identifier of its own (<c>client-request-id</c>), which Graph's support can find; it is logged
/// with the method and the status, never with the address of the request, which names the mailbox.
/// </summary>
internal sealed class RequestIdHandler(ILogger logger) : DelegatingHandler
{
    private const string Header = "client-request-id";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        request.Headers.Remove(Header);
        request.Headers.Add(Header, id);
        request.Headers.Remove("return-client-request-id");
        request.Headers.Add("return-client-request-id", "true");
        var response = await base.SendAsync(request, cancellationToken);
        Logs.Answered(logger, request.Method.Method, (int)response.StatusCode, id);
        return response;
    }
}
