namespace Workflows.Graph.Connection;

/// <summary>
/// Sees to it that a request which changes something leaves this machine once. The framework's own handler repeats a
/// request without a body, up to three times, when the connection ends before an answer (dotnet/runtime issue 86714);
/// sending a draft is such a request, and the first one may have delivered. A request whose body has begun is never
/// repeated, so each one gets a body, if an empty one.
/// </summary>
internal sealed class OnceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            request.Content ??= new ByteArrayContent([]);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
