using System.Net;
using System.Text.Json;

namespace Workflows.Graph.Connection;

/// <summary>
/// Turns every answer but success into a <see cref="GraphFaultException"/>, whatever its body looks like. It stands
/// outermost, so that nothing behind it repeats a call or chokes on an unreadable error.
/// </summary>
internal sealed class FaultHandler(TimeProvider time) : DelegatingHandler
{
    private const int LongestBody = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw ToFault(response.StatusCode, await CodeAsync(response, cancellationToken), RetryAfter.Read(response, time));
        }
    }

    private static GraphFaultException ToFault(HttpStatusCode status, string code, TimeSpan? retryAfter)
    {
        var said = code.Length == 0 ? $"{(int)status}" : $"{(int)status} {code}";
        return (int)status switch
        {
            429 => new(FaultKind.NotDone, "Graph is throttling the mailbox (429).", retryAfter),
            401 => new(FaultKind.NotDone, $"Graph did not accept the sign-in ({said}): "
                + "check Graph:TenantId, Graph:ClientId and the identity."),

            // What an administrator puts right needs no second order: it is tried again by itself.
            403 => new(FaultKind.NotDone, $"Graph denies access ({said}): grant the application Mail.ReadWrite and "
                + "Mail.Send, and include the sending mailbox in their scope."),
            404 when IsItem(code) => new(FaultKind.Missing, $"Not in the mailbox ({said})."),
            404 => new(FaultKind.NotDone, $"Graph does not know the sending mailbox ({said}): "
                + "check Graph:Mailbox and that it has an Exchange Online mailbox."),
            409 => new(FaultKind.Exists, $"Already there ({said})."),
            410 => new(FaultKind.Expired, $"The place in the inbox is no longer known ({said})."),
            400 when IsSync(code) => new(FaultKind.Expired, $"The place in the inbox is no longer known ({said})."),
            400 when code.Contains("Recipient", StringComparison.OrdinalIgnoreCase) =>
                new(FaultKind.Refused, $"A recipient's address is not valid ({said}): correct it in the directory."),
            413 => new(FaultKind.Refused, $"The request is too large ({said})."),
            412 or 423 or 425 => new(FaultKind.NotDone, $"The mailbox is busy ({said}).", retryAfter),
            408 or >= 500 => new(FaultKind.Unclear, $"Graph had a fault of its own ({said}).", retryAfter),
            >= 400 => new(FaultKind.Refused, $"Graph refused the request ({said})."),
            _ => new(FaultKind.NotDone, $"The answer is not one of Graph's ({said}): check Graph:BaseUrl."),
        };
    }

    private static bool IsItem(string code) =>
        code.Contains("ItemNotFound", StringComparison.OrdinalIgnoreCase)
        || code.Contains("FolderNotFound", StringComparison.OrdinalIgnoreCase);

    private static bool IsSync(string code) =>
        code.Contains("SyncState", StringComparison.OrdinalIgnoreCase)
        || code.Contains("resync", StringComparison.OrdinalIgnoreCase);

    /// <summary>Graph's own word for the error; empty where there is none that is safe to repeat.</summary>
    private static async Task<string> CodeAsync(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestBody, stop);
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(stop));
            var code = body.RootElement.GetProperty("error").GetProperty("code").GetString() ?? string.Empty;
            return code.Length <= 60 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? code : string.Empty;
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException or IOException
            or KeyNotFoundException or InvalidOperationException)
        {
            return string.Empty;
        }
    }
}
