using Azure.Core;

namespace Workflows.Graph.Tests.Support;

/// <summary>Gives a token to whoever asks, or fails as a token service fails.</summary>
internal sealed class TestCredential : TokenCredential
{
    public Exception? Failure { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Failure is null ? new AccessToken("test-token", DateTimeOffset.MaxValue) : throw Failure;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
